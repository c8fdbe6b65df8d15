import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import { foreignViews, sideOf } from '../../../protocol/observation/report.ts';
import type { ReportVersion } from '../../../protocol/observation/report.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useVisit } from '../source.tsx';
import { useCriterionName } from '../useCriterionName.ts';
import { conflicts, editsOf, emptyDraft, isEmpty, shown, textFields } from './draft.ts';
import css from './Report.module.css';

/** What people write into the report. Saved together as the next version; what others save meanwhile is not overwritten unseen. */
export function ReportForm({ newest, criteria }: { readonly newest: ReportVersion; readonly criteria: readonly string[] }): ReactNode {
  const { t } = useTranslation('report');
  const { me, session, observation, run } = useVisit();
  const nameOf = useCriterionName();
  const [draft, setDraft] = useState(emptyDraft);
  const [busy, setBusy] = useState(false);
  const texts = shown(newest.texts, draft);
  const foreign: readonly string[] = foreignViews(sideOf(session, me));
  const began = observation.report.versions.find((one) => one.number === draft.base)?.texts;
  const differing = conflicts(began, newest.texts, draft);
  const save = async (): Promise<void> => {
    setBusy(true);
    let isSaved = true;
    for (const [index, one] of editsOf(draft).entries()) {
      isSaved = (await run('report.edit', { base: newest.number + index, texts: one })) !== undefined;
      if (!isSaved) break;
    }
    setBusy(false);
    if (isSaved) setDraft(emptyDraft);
  };
  return (
    <form
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {textFields.map((field) => (
        <TextArea
          key={field} label={t(`text.${field}`)} hint={t(foreign.includes(field) ? 'text.foreign' : `text.${field}Hint`)} value={texts[field]} rows={field === 'summary' ? 5 : 4}
          maxLength={limits.reportTextChars} readOnly={foreign.includes(field)}
          onChange={(value) => setDraft((before) => ({ ...before, base: before.base ?? newest.number, texts: { ...before.texts, [field]: value } }))}
        />
      ))}
      {criteria.length > 0 && (
        <details className={css['criteria']}>
          <summary>{t('text.criteria')}</summary>
          <div className={css['form']}>
            {criteria.map((id) => (
              <TextArea
                key={id} label={nameOf(id)} optional value={texts.criteria[id] ?? ''} rows={2} maxLength={limits.reportTextChars}
                onChange={(value) => setDraft((before) => ({ ...before, base: before.base ?? newest.number, criteria: { ...before.criteria, [id]: value } }))}
              />
            ))}
          </div>
        </details>
      )}
      {differing.length > 0 && (
        <Banner tone="warn" role="status">
          {t('conflict', { number: newest.number, fields: differing.map((one) => one.field === 'criterion' ? nameOf(one.criterion ?? '') : t(`text.${one.field}`)).join(', ') })}
        </Banner>
      )}
      <div className={css['save']}>
        <Button look="primary" type="submit" busy={busy} disabled={isEmpty(draft)}>{t('save')}</Button>
        {!isEmpty(draft) && <Button look="quiet" onClick={() => setDraft(emptyDraft)}>{t('discard')}</Button>}
        <p className={css['hint']}>{t('saveHint')}</p>
      </div>
    </form>
  );
}
