import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../../../protocol/assessment/meeting/agenda.ts';
import type { MinutesVersion } from '../../../../protocol/assessment/meeting/minutes.ts';
import { limits } from '../../../../protocol/limits.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useMeeting } from '../source.tsx';
import { conflicts, editsOf, emptyDraft, textIn } from './draft.ts';
import type { Field, MinutesDraft } from './draft.ts';
import css from '../meeting.module.css';

/** What people write into the minutes. Saved together as the next version; what others save meanwhile is not overwritten unseen. */
export function MinutesForm({ newest, items }: { readonly newest: MinutesVersion; readonly items: readonly AgendaItem[] }): ReactNode {
  const { t } = useTranslation('meeting');
  const { assessment: { minutes }, run } = useMeeting();
  const [draft, setDraft] = useState<MinutesDraft>(emptyDraft);
  const [busy, setBusy] = useState(false);
  const isEmpty = Object.keys(draft.typed).length === 0;
  const began = minutes.versions.find((one) => one.number === draft.base)?.texts;
  const differing = conflicts(began, newest.texts, draft);
  const fields: readonly { readonly field: Field; readonly label: string }[] = [
    { field: 'opening', label: t('minutes.opening') }, ...items.map(({ id, title }) => ({ field: `item:${id}` as const, label: title })), { field: 'closing', label: t('minutes.closing') },
  ];
  const save = async (): Promise<void> => {
    setBusy(true);
    let isSaved = true;
    for (const [index, texts] of editsOf(draft).entries()) {
      isSaved = await run('minutes.edit', { base: newest.number + index, texts });
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
      {fields.map(({ field, label }) => (
        <TextArea
          key={field} label={label} value={draft.typed[field] ?? textIn(newest.texts, field)} rows={3} maxLength={limits.reportTextChars}
          onChange={(value) => setDraft((before) => ({ base: before.base ?? newest.number, typed: { ...before.typed, [field]: value } }))}
        />
      ))}
      {differing.length > 0 && (
        <Banner tone="warn" role="status">
          {t('minutes.conflict', { number: newest.number, fields: fields.filter(({ field }) => differing.includes(field)).map(({ label }) => label).join(', ') })}
          <ul className={css['theirs']}>{differing.map((field) => <li key={field}>{textIn(newest.texts, field)}</li>)}</ul>
        </Banner>
      )}
      <div className={css['save']}>
        <Button look="primary" type="submit" busy={busy} disabled={isEmpty}>{t('minutes.save')}</Button>
        {!isEmpty && <Button look="quiet" onClick={() => setDraft(emptyDraft)}>{t('minutes.discard')}</Button>}
        <p className={css['about']}>{t('minutes.saveHint')}</p>
      </div>
    </form>
  );
}
