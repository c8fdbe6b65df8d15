import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { agendaOf } from '../../../protocol/observation/plan.ts';
import type { Slot } from '../../../protocol/observation/plan.ts';
import { duration } from '../../room/time.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Times } from '../../ui/Times.tsx';
import { ZoneCaptureChip } from '../consent/CaptureChip.tsx';
import { captureIn } from '../consent/captureState.ts';
import { useVisit } from '../source.tsx';
import { nextSlot } from './slotClock.ts';
import { endOf } from './usualAgenda.ts';
import { useSlotClock } from './useSlotClock.ts';
import css from './panel.module.css';

/** The slot under way with its clock, the way to the next one, and the whole agenda. */
export function AgendaPart(): ReactNode {
  const { t } = useTranslation('visit');
  const { observation: { plan }, may, run } = useVisit();
  const agenda = agendaOf(plan);
  const mayLead = may('visit.plan');
  const next = nextSlot(plan);
  if (agenda.length === 0) return <EmptyState icon="calendar" title={t('agenda.none')}>{mayLead ? t('panel.planFirst') : t('agenda.noneWait')}</EmptyState>;
  return (
    <>
      <Now />
      {mayLead && (
        <div className={css['lead']}>
          {next && <Button look="primary" icon="next" wide onClick={() => void run('visit.beginSlot', { slot: next.id })}>{t('panel.begin', { title: next.title })}</Button>}
          {plan.slot && <Button look="line" wide onClick={() => void run('visit.beginSlot', { slot: null })}>{t('panel.endSlot')}</Button>}
        </div>
      )}
      <ol className={css['agenda']} aria-label={t('panel.agenda')}>{agenda.map((slot) => <SlotItem key={slot.id} slot={slot} mayLead={mayLead} />)}</ol>
    </>
  );
}

function Now(): ReactNode {
  const { t } = useTranslation('visit');
  const { observation, may } = useVisit();
  const { plan } = observation;
  const clock = useSlotClock();
  if (!clock) return <p className={css['idle']}>{t('panel.idle')}</p>;
  const { slot, elapsedMs, leftMinutes } = clock;
  const zone = slot.zone === undefined ? undefined : plan.zones[slot.zone];
  return (
    <section className={css['now']} aria-label={t('agenda.now')}>
      <span className={css['label']}>{t('agenda.now')}</span>
      <h3>{slot.title}</h3>
      <div className={css['clock']}>
        <b>{duration(elapsedMs)}</b>
        <span data-over={leftMinutes < 0 || undefined}>{leftMinutes < 0 ? t('agenda.over', { count: -leftMinutes }) : t('agenda.left', { count: leftMinutes, of: slot.minutes })}</span>
      </div>
      {zone && <div className={css['head']}><span>{zone.name}</span><ZoneCaptureChip state={captureIn(observation, zone.id, may('consent.see'))} /></div>}
    </section>
  );
}

function SlotItem({ slot, mayLead }: { readonly slot: Slot; readonly mayLead: boolean }): ReactNode {
  const { t } = useTranslation('visit');
  const { observation: { plan }, participants, session, run } = useVisit();
  const isNow = plan.slot?.id === slot.id;
  const zone = slot.zone === undefined ? undefined : plan.zones[slot.zone];
  const owner = slot.owner === undefined ? undefined : participants[slot.owner];
  const about = [t('minutes', { count: slot.minutes }), zone?.name, owner && t('agenda.led', { name: owner.name })].filter((part) => part !== undefined);
  return (
    <li className={css['slot']} aria-current={isNow ? 'step' : undefined}>
      <span className={css['time']}><Times start={slot.startsAt} end={endOf(slot)} zone={session.zone} /></span>
      <div className={css['head']}><b>{slot.title}</b>{isNow && <Chip tone="accent" icon="clock">{t('agenda.now')}</Chip>}</div>
      <span className={css['about']}>{about.join(' · ')}</span>
      {mayLead && !isNow && (
        <Button look="quiet" className={css['beginThis']} aria-label={t('panel.begin', { title: slot.title })} onClick={() => void run('visit.beginSlot', { slot: slot.id })}>{t('panel.beginThis')}</Button>
      )}
    </li>
  );
}
