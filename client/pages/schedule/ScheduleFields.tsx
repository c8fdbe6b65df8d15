import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import { useViewerZone } from '../../app/zone.ts';
import { Banner } from '../../ui/Banner.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { Switch, TextField } from '../../ui/Field.tsx';
import { Times, useNow } from '../../ui/Times.tsx';
import { sameWall } from '../../ui/wallTime.ts';
import { ZoneField } from '../../ui/ZoneField.tsx';
import { LanguageList } from '../shared/LanguageList.tsx';
import { withStart } from './draft.ts';
import type { DraftFault, ScheduleDraft } from './draft.ts';
import shared from '../shared/shared.module.css';
import css from './Schedule.module.css';

interface Props {
  readonly draft: ScheduleDraft;
  readonly onChange: (draft: ScheduleDraft) => void;
  /** Shown from the first try on. */
  readonly faults: readonly DraftFault[];
}

/** What is agreed before a session: title, when, in which languages, whether people wait in a lobby. */
export function ScheduleFields({ draft, onChange, faults }: Props): ReactNode {
  const { t } = useTranslation('pages');
  const mine = useViewerZone();
  const now = useNow(60_000);
  const fault = (name: DraftFault, text: string): string | undefined => (faults.includes(name) ? text : undefined);

  const changeZone = (zone: string): void => onChange({
    ...draft, zone,
    startsAt: draft.startsAt === undefined ? undefined : sameWall(draft.startsAt, draft.zone, zone),
    endsAt: draft.endsAt === undefined ? undefined : sameWall(draft.endsAt, draft.zone, zone),
  });

  return (
    <>
      <TextField
        label={t('schedule.name')} value={draft.title} maxLength={limits.titleChars} error={fault('title', t('schedule.faults.title'))}
        onChange={(title) => onChange({ ...draft, title })}
      />
      <div className={css['when']}>
        <div className={shared['pair']}>
          <DateTimeField
            label={t('schedule.start')} value={draft.startsAt} zone={draft.zone} error={fault('startsAt', t('schedule.faults.startsAt'))}
            onChange={(startsAt) => onChange(withStart(draft, startsAt))}
          />
          <DateTimeField
            label={t('schedule.end')} value={draft.endsAt} zone={draft.zone}
            error={fault('endsAt', t('schedule.faults.endsAt')) ?? fault('order', t('schedule.faults.order')) ?? fault('long', t('schedule.faults.long'))}
            onChange={(endsAt) => onChange({ ...draft, endsAt })}
          />
        </div>
        <ZoneField label={t('schedule.zone')} value={draft.zone} onChange={changeZone} />
        {draft.zone !== mine && draft.startsAt !== undefined && draft.endsAt !== undefined && draft.endsAt > draft.startsAt && (
          <p className={css['both']}><Times start={draft.startsAt} end={draft.endsAt} zone={draft.zone} withDay /></p>
        )}
        {draft.startsAt !== undefined && draft.startsAt < now && <Banner tone="warn" role="status">{t('schedule.begun')}</Banner>}
      </div>
      <LanguageList
        label={t('schedule.languages')} hint={t('schedule.languagesHint')} value={draft.languages} error={fault('languages', t('schedule.faults.languages'))}
        onChange={(languages) => onChange({ ...draft, languages })}
      />
      <Switch label={t('schedule.lobby')} hint={t('schedule.lobbyHint')} checked={draft.lobby} onChange={(lobby) => onChange({ ...draft, lobby })} />
    </>
  );
}
