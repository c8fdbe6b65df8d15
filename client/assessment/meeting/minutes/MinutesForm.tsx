import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../../../protocol/assessment/meeting/agenda.ts';
import type { MinutesVersion } from '../../../../protocol/assessment/meeting/minutes.ts';
import { limits } from '../../../../protocol/limits.ts';
import { useTextsDraft } from '../../../pages/shared/useTextsDraft.ts';
import { VersionForm } from '../../../pages/shared/VersionForm.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useMeeting } from '../source.tsx';
import { minutesShape } from './draft.ts';
import type { MinutesField } from './draft.ts';
import css from '../meeting.module.css';

/** What people write into the minutes: an opening, what was said on each item, a closing. */
export function MinutesForm({ newest, items, onTyping }: { readonly newest: MinutesVersion; readonly items: readonly AgendaItem[]; readonly onTyping: (isTyping: boolean) => void }): ReactNode {
  const { t } = useTranslation('meeting');
  const { assessment: { minutes }, run } = useMeeting();
  const draft = useTextsDraft({ shape: minutesShape, newest, versions: minutes.versions, run });
  useEffect(() => onTyping(!draft.isEmpty), [draft.isEmpty, onTyping]);
  const fields: readonly { readonly field: MinutesField; readonly label: string }[] = [
    { field: 'opening', label: t('minutes.opening') }, ...items.map(({ id, title }) => ({ field: `item:${id}` as const, label: title })), { field: 'closing', label: t('minutes.closing') },
  ];
  return (
    <VersionForm
      draft={draft} words={{ save: t('minutes.save'), discard: t('minutes.discard'), hint: t('minutes.saveHint') }}
      conflict={(differing) => (
        <>
          {t('minutes.conflict', { number: newest.number, fields: fields.filter(({ field }) => differing.includes(field)).map(({ label }) => label).join(', ') })}
          <ul className={css['theirs']}>{differing.map((field) => <li key={field}>{minutesShape.textIn(newest.texts, field)}</li>)}</ul>
        </>
      )}
    >
      {fields.map(({ field, label }) => (
        <TextArea key={field} label={label} value={draft.text(field)} rows={3} maxLength={limits.reportTextChars} onChange={(text) => draft.type(field, text)} />
      ))}
    </VersionForm>
  );
}
