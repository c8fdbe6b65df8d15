import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Times, useZoneName } from '../../ui/Times.tsx';
import { useVisit } from '../source.tsx';
import { minutesOf } from './minutes.ts';
import { nextStart, oneAfterTheOther, usualAgenda } from './usualAgenda.ts';
import shared from '../../pages/shared/shared.module.css';
import css from './plan.module.css';

const MINUTE_MS = 60_000;

interface Row {
  readonly key: string;
  readonly title: string;
  readonly minutes: string;
  readonly zone?: string;
}

/** An agenda from the zones, to be changed before it is added. What is refused on the way stays in the list. */
export function UsualAgendaDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['visit', 'common']);
  const form = useId();
  const place = useZoneName();
  const locale = useLocale();
  const { observation: { plan }, session, run } = useVisit();
  const [startsAt, setStartsAt] = useState<number | undefined>(() => nextStart(plan, session));
  const zones = Object.values(plan.zones);
  const propose = (from: number): readonly Row[] => usualAgenda(zones, {
    opening: t('usual.opening'), documents: t('usual.documents'), closing: t('usual.closing'), zone: (zone) => t('usual.zone', { name: zone.name }),
  }, (session.endsAt - from) / MINUTE_MS).map((slot) => ({ ...slot, minutes: String(slot.minutes) }));
  const [rows, setRows] = useState<readonly Row[]>(() => propose(nextStart(plan, session)));
  const [touched, setTouched] = useState(false);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const faulty = startsAt === undefined || rows.length === 0 || rows.some((row) => row.title.trim() === '' || minutesOf(row.minutes) === undefined);
  const placed = oneAfterTheOther(rows.map((row) => ({ ...row, minutes: minutesOf(row.minutes) ?? 0 })), startsAt ?? session.startsAt);
  const last = placed.at(-1);
  const overMinutes = last ? Math.ceil((last.startsAt - session.endsAt) / MINUTE_MS) + last.minutes : 0;
  const unseen = zones.filter((zone) => zone.noRecord);
  const change = (key: string, changes: Partial<Row>): void => {
    setTouched(true);
    setRows((all) => all.map((row) => (row.key === key ? { ...row, ...changes } : row)));
  };
  // The proposal fits what is left of the session, until somebody makes it theirs.
  const begin = (at: number | undefined): void => {
    setStartsAt(at);
    if (at !== undefined && !touched) setRows(propose(at));
  };
  const leaveOut = (key: string): void => {
    setTouched(true);
    drop(key);
  };
  const drop = (key: string): void => setRows((all) => all.filter((row) => row.key !== key));

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (faulty || busy) return;
    setBusy(true);
    for (const { key, title, minutes, zone, startsAt: at } of placed) {
      if (await run('visit.slot', { title, minutes, startsAt: at, ...(zone === undefined ? {} : { zone }) }) === undefined) {
        setStartsAt(at);
        setBusy(false);
        return;
      }
      drop(key);
    }
    onClose();
  };
  return (
    <Dialog
      title={t('agenda.usual')} onClose={onClose} wide
      actions={(
        <>
          <Button look="line" onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} look="primary" busy={busy} disabled={rows.length === 0}>{t('usual.add', { count: rows.length })}</Button>
        </>
      )}
    >
      <form id={form} className={shared['form']} noValidate onSubmit={(event) => void submit(event)}>
        <p className={css['hint']}>{t('usual.text')}</p>
        {unseen.length > 0 && <Banner icon="cameraOff">{t('usual.unseen', { names: new Intl.ListFormat(locale).format(unseen.map((zone) => zone.name)) })}</Banner>}
        <DateTimeField
          label={t('agenda.starts', { place: place(session.zone) })} value={startsAt} zone={session.zone} onChange={begin}
          error={tried && startsAt === undefined ? t('agenda.startsMissing') : undefined}
        />
        <ol className={css['proposed']}>
          {placed.map(({ key, startsAt: at, minutes }, index) => {
            const row = rows[index]!;
            return (
              <li key={key} className={css['proposal']}>
                <TextField
                  label={t('agenda.title')} value={row.title} maxLength={limits.titleChars} onChange={(title) => change(key, { title })}
                  error={tried && row.title.trim() === '' ? t('agenda.titleMissing') : undefined}
                />
                <TextField
                  label={t('agenda.minutes')} inputMode="numeric" value={row.minutes} maxLength={4} onChange={(text) => change(key, { minutes: text })}
                  error={tried && minutesOf(row.minutes) === undefined ? t('agenda.minutesMissing') : undefined}
                />
                <IconButton icon="close" label={t('usual.leaveOut', { title: row.title })} onClick={() => leaveOut(key)} />
                <span className={css['meta']}><Times start={at} end={at + minutes * 60_000} zone={session.zone} /></span>
              </li>
            );
          })}
        </ol>
        {overMinutes > 0 && <Banner tone="warn" role="status">{t('usual.over', { count: overMinutes })}</Banner>}
      </form>
    </Dialog>
  );
}
