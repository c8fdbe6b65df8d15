import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportFacts } from '../../../protocol/observation/reportFacts.ts';
import { AgendaTable } from './AgendaTable.tsx';
import { AttendanceTable } from './AttendanceTable.tsx';
import { ConsentTables } from './ConsentTables.tsx';
import { CriterionFacts } from './CriterionFacts.tsx';
import { useReportTime } from './useReportTime.ts';
import css from './Report.module.css';

interface Props {
  readonly facts: ReportFacts;
  /** What was written to each criterion. */
  readonly remarks: Readonly<Record<string, string>>;
}

/** What the report says that nobody writes. */
export function ReportFactsView({ facts, remarks }: Props): ReactNode {
  const { t } = useTranslation('report');
  const { moment, note } = useReportTime();
  const known = new Set(facts.criteria);
  const touched = [...facts.evidence, ...facts.findings, ...facts.questions].flatMap((one) => one.criterion === undefined ? [] : [one.criterion]);
  const others = [...new Set(touched)].filter((id) => !known.has(id));
  const open = facts.questions.filter((one) => one.state === 'open' || one.state === 'deferred');
  return (
    <div className={css['facts']}>
      <p className={css['hint']}>{t('gathered', { time: moment(facts.gatheredAt), seq: facts.seq })} {note}</p>
      <section>
        <h3>{t('attendance')}</h3>
        <AttendanceTable attendance={facts.attendance} />
      </section>
      <section>
        <h3>{t('agenda')}</h3>
        <AgendaTable facts={facts} />
      </section>
      <section>
        <h3>{t('consents')}</h3>
        <ConsentTables facts={facts} />
      </section>
      <section>
        <h3>{t('perCriterion')}</h3>
        {facts.criteria.length + others.length === 0
          ? <p className={css['hint']}>{t('noCriteria')}</p>
          : <ul className={css['list']}>{[...facts.criteria, ...others].map((id) => <CriterionFacts key={id} id={id} facts={facts} remark={remarks[id] ?? ''} />)}</ul>}
      </section>
      {open.length > 0 && (
        <section>
          <h3>{t('openQuestions')}</h3>
          <ul className={css['lines']}>{open.map((one) => <li key={one.id}>{one.text}</li>)}</ul>
        </section>
      )}
      {facts.withheld.length > 0 && (
        <section>
          <h3>{t('withheld')}</h3>
          <ul className={css['lines']}>{facts.withheld.map((one) => <li key={one.id}>{one.reason}</li>)}</ul>
        </section>
      )}
    </div>
  );
}
