import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MinutesFacts } from '../../../../protocol/assessment/meeting/minutesFacts.ts';
import { newestOf, stateOf } from '../../../../protocol/assessment/meeting/outcomes.ts';
import type { Attendee } from '../../../../protocol/live/attendance.ts';
import { duration } from '../../../room/time.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { outcomeTones } from '../record/versionParts.tsx';
import { useNames, useStamp } from '../useNames.ts';
import css from '../meeting.module.css';

/** What the minutes say that nobody writes. */
export function MinutesFactsView({ facts }: { readonly facts: MinutesFacts }): ReactNode {
  const { t } = useTranslation('meeting');
  const { side, person } = useNames();
  const stamp = useStamp();
  const present = facts.delegations.filter((one) => one.attendees.length > 0);
  return (
    <div className={css['section']}>
      <p className={css['about']}>{t('minutes.gathered', { time: stamp(facts.gatheredAt), seq: facts.seq })}</p>
      <h3>{t('minutes.attendance')}</h3>
      {present.map((one) => (
        <div key={one.administration} className={css['card']}>
          <b>{one.name}</b>
          {one.spokenMs >= 1_000 && <span className={css['about']}>{t('floor.spoken', { time: duration(one.spokenMs) })}</span>}
          <People attendees={one.attendees} />
        </div>
      ))}
      {facts.guests.length > 0 && <div className={css['card']}><b>{t('minutes.guests')}</b><People attendees={facts.guests} /></div>}
      {facts.passages.length > 0 && (
        <>
          <h3>{t('minutes.agenda')}</h3>
          <ol className={css['lines']}>{facts.passages.map((one) => <li key={one.from}>{one.title}<span className={css['about']}> {stamp(one.from)}{one.to === undefined ? '' : `–${stamp(one.to)}`}</span></li>)}</ol>
        </>
      )}
      {facts.positions.length > 0 && (
        <>
          <h3>{t('position.title')}</h3>
          <ul className={css['lines']}>{facts.positions.map((one) => <li key={one.id}><b>{side(one.side)}</b><br />{one.text}</li>)}</ul>
        </>
      )}
      {(['decisions', 'actions'] as const).filter((kind) => facts[kind].length > 0).map((kind) => (
        <section key={kind} className={css['section']}>
          <h3>{t(kind === 'decisions' ? 'decision.title' : 'action.title')}</h3>
          <ul className={css['lines']}>
            {facts[kind].map((one) => <li key={one.id}>{newestOf(one).text} <Chip tone={outcomeTones[stateOf(one)]}>{t(`state.${stateOf(one)}`)}</Chip></li>)}
          </ul>
        </section>
      ))}
      {facts.shown.length > 0 && (
        <>
          <h3>{t('minutes.shown')}</h3>
          <ul className={css['lines']}>{facts.shown.map((one) => <li key={one.deck}>{one.title}<span className={css['about']}> {person(one.by)}, {stamp(one.at)}</span></li>)}</ul>
        </>
      )}
    </div>
  );
}

function People({ attendees }: { readonly attendees: readonly Attendee[] }): ReactNode {
  const { t } = useTranslation(['meeting', 'kinds']);
  const stamp = useStamp();
  return (
    <ul className={css['attendees']}>
      {attendees.map((one) => <li key={one.participant}>{one.name}<span className={css['about']}> {t(`kinds:role.${one.role}`)} · {stamp(one.from)}–{stamp(one.to)}</span></li>)}
    </ul>
  );
}
