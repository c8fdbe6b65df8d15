import { useCallback, useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionSummary, ItemView } from '../../../protocol/training/views.ts';
import { api } from '../../app/api.ts';
import { useRefresh } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { useViewerZone } from '../../app/zone.ts';
import { Button } from '../../ui/Button.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Times } from '../../ui/Times.tsx';
import { nextFullHour } from '../../ui/wallTime.ts';
import { useWords } from '../shared/words.ts';
import pages from '../../pages/shared/shared.module.css';

/** When a class is held; everybody who has a place gets a seat, and the deck is put there. */
export function ScheduleClassDialog({ edition, item, onClose }: { readonly edition: EditionSummary; readonly item: ItemView; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['training', 'common']);
  const words = useWords();
  const form = useId();
  const zone = useViewerZone();
  const refresh = useRefresh();
  const [startsAt, setStartsAt] = useState<number | undefined>(() => nextFullHour(Date.now(), zone));
  const endsAt = startsAt === undefined ? undefined : startsAt + item.minutes * 60_000;
  const { run, busy, problem } = useAction(useCallback((body: { startsAt: number; endsAt: number }) =>
    api('scheduleClass', { params: { edition: edition.id, class: item.id }, body }), [edition.id, item.id]));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (startsAt === undefined || endsAt === undefined) return;
    const done = await run({ startsAt, endsAt });
    if (!done?.ok) return;
    await refresh('edition', 'sessions');
    onClose();
  };
  return (
    <Dialog
      title={t('class.schedule')} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button type="submit" form={form} look="primary" busy={busy}>{t('class.scheduleNow')}</Button></>}
    >
      <form id={form} className={pages['form']} noValidate onSubmit={(event) => void submit(event)}>
        <p>{words(item.title)} · {t('minutes', { count: item.minutes })}</p>
        <DateTimeField label={t('class.start')} value={startsAt} onChange={setStartsAt} zone={zone} />
        {startsAt !== undefined && endsAt !== undefined && <p className={pages['muted']}><Times start={startsAt} end={endsAt} zone={edition.zone} withDay /></p>}
        <p className={pages['muted']}>{t('class.scheduleHint')}</p>
        <ProblemNotice problem={problem} />
      </form>
    </Dialog>
  );
}
