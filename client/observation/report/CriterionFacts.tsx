import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shownFor } from '../../../protocol/observation/reportFacts.ts';
import type { ReportFacts } from '../../../protocol/observation/reportFacts.ts';
import { address } from '../../app/address.ts';
import { Chip } from '../../ui/Chip.tsx';
import { gradeTones } from '../notebook/FindingsSection.tsx';
import { useVisit } from '../source.tsx';
import { useCriterionName } from '../useCriterionName.ts';
import { useReportTime } from './useReportTime.ts';
import css from './Report.module.css';

interface Props {
  readonly id: string;
  readonly facts: ReportFacts;
  readonly remark: string;
}

/** What was shown, found and asked for one criterion. */
export function CriterionFacts({ id, facts, remark }: Props): ReactNode {
  const { t } = useTranslation(['report', 'notebook']);
  const { session } = useVisit();
  const name = useCriterionName()(id);
  const { moment } = useReportTime();
  const evidence = shownFor(facts, id);
  const findings = facts.findings.filter((one) => one.criterion === id);
  const questions = facts.questions.filter((one) => one.criterion === id && one.answer);
  const nothing = evidence.length + findings.length + questions.length === 0 && remark === '';
  return (
    <li className={css['criterion']}>
      <h4>{name}</h4>
      {nothing && <p className={css['hint']}>{t('nothingShown')}</p>}
      {remark !== '' && <p className={css['text']}>{remark}</p>}
      {evidence.length > 0 && (
        <ul className={css['pictures']}>
          {evidence.map((one) => (
            <li key={one.id}>
              <figure className={css['figure']}>
                {one.pictured.thumbnail
                  ? <img loading="lazy" alt={one.title === '' ? t(`notebook:evidenceKind.${one.kind}`) : one.title} src={address('evidenceFile', { session: session.id, evidence: one.id, version: one.version, part: 'thumbnail' })} />
                  : <span className={css['noPicture']}>{t(`notebook:evidenceKind.${one.kind}`)}</span>}
                <figcaption>{[one.title, moment(one.capturedAt), one.masked ? t('masked') : ''].filter((part) => part !== '').join(' · ')}</figcaption>
              </figure>
            </li>
          ))}
        </ul>
      )}
      {findings.map((one) => <p key={one.id} className={css['finding']}><Chip tone={gradeTones[one.grade]}>{t(`notebook:grade.${one.grade}`)}</Chip><span>{one.text}</span></p>)}
      {questions.map((one) => <p key={one.id} className={css['text']}><b>{one.text}</b><br />{one.answer?.text}</p>)}
    </li>
  );
}
