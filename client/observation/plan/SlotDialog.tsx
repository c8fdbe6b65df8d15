import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import type { Slot } from '../../../protocol/observation/plan.ts';
import { Button } from '../../ui/Button.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { Times, useZoneName } from '../../ui/Times.tsx';
import { useVisit } from '../source.tsx';
import { minutesOf } from './minutes.ts';
import { useTyped } from './typed.ts';
import { nextStart } from './usualAgenda.ts';
import shared from '../../pages/shared/shared.module.css';
import css from './plan.module.css';

interface SlotForm {
  readonly title: string;
  readonly startsAt: number | undefined;
  readonly minutes: string;
  /** Empty: none. */
  readonly zone: string;
  readonly owner: string;
}

/** A new slot, or what is changed of one. Times are typed on the host's clock and shown on both. */
export function SlotDialog({ slot, onClose }: { readonly slot: Slot | undefined; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['visit', 'common']);
  const form = useId();
  const place = useZoneName();
  const { observation: { plan }, participants, session, run } = useVisit();
  const now = (slot && plan.slots[slot.id]) ?? slot;
  const [start] = useState(() => nextStart(plan, session));
  const { value, set, changes } = useTyped<SlotForm>({
    title: now?.title ?? '', startsAt: now?.startsAt ?? start, minutes: String(now?.minutes ?? 30), zone: now?.zone ?? '', owner: now?.owner ?? '',
  });
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const minutes = minutesOf(value.minutes);
  const { startsAt } = value;
  const titleless = value.title.trim() === '';

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (titleless || startsAt === undefined || minutes === undefined || busy) return;
    setBusy(true);
    const saved = await (slot
      ? run('visit.slot', {
        slot: slot.id,
        ...('title' in changes ? { title: value.title } : {}), ...('startsAt' in changes ? { startsAt } : {}), ...('minutes' in changes ? { minutes } : {}),
        ...('zone' in changes ? { zone: value.zone || null } : {}), ...('owner' in changes ? { owner: value.owner || null } : {}),
      })
      : run('visit.slot', { title: value.title, startsAt, minutes, ...(value.zone ? { zone: value.zone } : {}), ...(value.owner ? { owner: value.owner } : {}) }));
    setBusy(false);
    if (saved !== undefined) onClose();
  };
  return (
    <Dialog
      title={slot ? t('agenda.changeTitle', { title: slot.title }) : t('agenda.add')} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button type="submit" form={form} look="primary" busy={busy}>{t('common:save')}</Button></>}
    >
      <form id={form} className={shared['form']} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('agenda.title')} value={value.title} maxLength={limits.titleChars} onChange={(title) => set('title', title)}
          error={tried && titleless ? t('agenda.titleMissing') : undefined}
        />
        <div className={shared['pair']}>
          <DateTimeField
            label={t('agenda.starts', { place: place(session.zone) })} value={startsAt} zone={session.zone} onChange={(at) => set('startsAt', at)}
            error={tried && startsAt === undefined ? t('agenda.startsMissing') : undefined}
          />
          <TextField
            label={t('agenda.minutes')} inputMode="numeric" value={value.minutes} maxLength={4} onChange={(text) => set('minutes', text)}
            error={tried && minutes === undefined ? t('agenda.minutesMissing') : undefined}
          />
        </div>
        {startsAt !== undefined && minutes !== undefined && <p className={css['meta']}><Times start={startsAt} end={startsAt + minutes * 60_000} zone={session.zone} withDay /></p>}
        <Select
          label={t('agenda.zone')} value={value.zone} onChange={(zone) => set('zone', zone)}
          options={[{ value: '', label: t('agenda.noZone') }, ...Object.values(plan.zones).map((zone) => ({ value: zone.id, label: zone.name }))]}
        />
        <Select
          label={t('agenda.owner')} value={value.owner} onChange={(owner) => set('owner', owner)}
          options={[{ value: '', label: t('agenda.noOwner') }, ...Object.values(participants).map((one) => ({ value: one.id, label: one.name, detail: one.administrationName }))]}
        />
      </form>
    </Dialog>
  );
}
