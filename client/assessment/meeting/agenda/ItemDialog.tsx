import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../../../protocol/assessment/meeting/agenda.ts';
import { limits } from '../../../../protocol/limits.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Checkbox, TextField } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useMeeting } from '../source.tsx';
import shared from '../../../pages/shared/shared.module.css';
import css from '../meeting.module.css';

/** A new item of the agenda, or another one's words, time, delegation and documents. */
export function ItemDialog({ item, onClose }: { readonly item: AgendaItem | undefined; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['meeting', 'common']);
  const form = useId();
  const { delegations, decks, run } = useMeeting();
  const [title, setTitle] = useState(item?.title ?? '');
  const [minutes, setMinutes] = useState(String(item?.minutes ?? 15));
  const [owner, setOwner] = useState(item?.owner ?? '');
  const [chosen, setChosen] = useState<readonly string[]>(item?.decks ?? []);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const time = /^\d{1,4}$/u.test(minutes.trim()) ? Number(minutes) : 0;
  const isTime = time >= 1 && time <= 24 * 60;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (title.trim() === '' || !isTime || busy) return;
    setBusy(true);
    const saved = await (item
      ? run('agenda.item', { item: item.id, title, minutes: time, decks: [...chosen], owner: owner === '' ? null : owner })
      : run('agenda.item', { title, minutes: time, decks: [...chosen], ...(owner === '' ? {} : { owner }) }));
    setBusy(false);
    if (saved) onClose();
  };
  return (
    <Dialog
      title={t(item ? 'agenda.changeTitle' : 'agenda.add')} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button type="submit" form={form} look="primary" busy={busy}>{t('common:save')}</Button></>}
    >
      <form id={form} className={shared['form']} noValidate onSubmit={(event) => void submit(event)}>
        <TextField label={t('agenda.itemTitle')} value={title} maxLength={limits.titleChars} onChange={setTitle} {...(tried && title.trim() === '' ? { error: t('agenda.titleMissing') } : {})} />
        <TextField label={t('agenda.minutes')} inputMode="numeric" value={minutes} maxLength={4} onChange={setMinutes} {...(tried && !isTime ? { error: t('agenda.minutesMissing') } : {})} />
        <Select
          label={t('agenda.introduces')} value={owner} onChange={setOwner}
          options={[{ value: '', label: t('nobody') }, ...delegations.map((one) => ({ value: one.id, label: one.name }))]}
        />
        {Object.keys(decks).length > 0 && (
          <fieldset className={css['choices']}>
            <legend>{t('agenda.documentsOf')}</legend>
            {Object.values(decks).map((deck) => (
              <Checkbox
                key={deck.id} label={deck.title} checked={chosen.includes(deck.id)}
                onChange={(on) => setChosen((before) => (on ? [...before, deck.id] : before.filter((one) => one !== deck.id)))}
              />
            ))}
          </fieldset>
        )}
      </form>
    </Dialog>
  );
}
