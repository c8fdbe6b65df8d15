import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import { foreignViews, sideOf } from '../../../protocol/observation/report.ts';
import type { ReportVersion } from '../../../protocol/observation/report.ts';
import { useTextsDraft } from '../../pages/shared/useTextsDraft.ts';
import { VersionForm } from '../../pages/shared/VersionForm.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useVisit } from '../source.tsx';
import { useCriterionName } from '../useCriterionName.ts';
import { criterionIn, isText, reportShape, textFields } from './draft.ts';
import css from './Report.module.css';

/** What people write into the report: a summary, conclusions, a view of each side, a remark on each criterion. */
export function ReportForm({ newest, criteria, onTyping }: { readonly newest: ReportVersion; readonly criteria: readonly string[]; readonly onTyping: (isTyping: boolean) => void }): ReactNode {
  const { t } = useTranslation('report');
  const { me, session, observation, run } = useVisit();
  const nameOf = useCriterionName();
  const draft = useTextsDraft({ shape: reportShape, newest, versions: observation.report.versions, run });
  useEffect(() => onTyping(!draft.isEmpty), [draft.isEmpty, onTyping]);
  const foreign: readonly string[] = foreignViews(sideOf(session, me));
  return (
    <VersionForm
      draft={draft} words={{ save: t('save'), discard: t('discard'), hint: t('saveHint') }}
      conflict={(differing) => t('conflict', { number: newest.number, fields: differing.map((field) => isText(field) ? t(`text.${field}`) : nameOf(criterionIn(field))).join(', ') })}
    >
      {textFields.map((field) => (
        <TextArea
          key={field} label={t(`text.${field}`)} hint={t(foreign.includes(field) ? 'text.foreign' : `text.${field}Hint`)} value={draft.text(field)} rows={field === 'summary' ? 5 : 4}
          maxLength={limits.reportTextChars} readOnly={foreign.includes(field)} onChange={(text) => draft.type(field, text)}
        />
      ))}
      {criteria.length > 0 && (
        <details className={css['criteria']}>
          <summary>{t('text.criteria')}</summary>
          <div className={css['form']}>
            {criteria.map((id) => (
              <TextArea
                key={id} label={nameOf(id)} optional value={draft.text(`criterion:${id}`)} rows={2} maxLength={limits.reportTextChars}
                onChange={(text) => draft.type(`criterion:${id}`, text)}
              />
            ))}
          </div>
        </details>
      )}
    </VersionForm>
  );
}
