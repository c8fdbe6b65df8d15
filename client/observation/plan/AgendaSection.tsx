import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { agendaOf } from '../../../protocol/observation/plan.ts';
import type { Slot } from '../../../protocol/observation/plan.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Times } from '../../ui/Times.tsx';
import { sameDay } from '../../ui/timeFormats.ts';
import { useVisit } from '../source.tsx';
import { mayPlan } from './mayPlan.ts';
import { SlotDialog } from './SlotDialog.tsx';
import { UsualAgendaDialog } from './UsualAgendaDialog.tsx';
import { endOf, overlapping } from './usualAgenda.ts';
import shared from '../../pages/shared/shared.module.css';
import css from './plan.module.css';

/** The agenda in slots, each in the host's time and the reader's. */
export function AgendaSection(): ReactNode {
  const { t } = useTranslation('visit');
  const visit = useVisit();
  const { plan } = visit.observation;
  const agenda = agendaOf(plan);
  const overlaps = overlapping(plan);
  const canPlan = mayPlan(visit);
  const [edits, setEdits] = useState<{ readonly slot?: Slot }>();
  const [usual, setUsual] = useState(false);
  const tools = canPlan && (
    <div className={shared['buttons']}>
      <Button look="line" icon="plus" onClick={() => setEdits({})}>{t('agenda.add')}</Button>
      <Button look={agenda.length === 0 ? 'primary' : 'line'} icon="calendar" onClick={() => setUsual(true)}>{t('agenda.usual')}</Button>
    </div>
  );
  return (
    <>
      {agenda.length === 0
        ? <EmptyState icon="calendar" title={t('agenda.none')} actions={tools}>{canPlan ? t('agenda.nonePlan') : t('agenda.noneWait')}</EmptyState>
        : <ol className={css['list']}>{agenda.map((slot) => <SlotRow key={slot.id} slot={slot} overlaps={overlaps.has(slot.id)} canPlan={canPlan} onEdit={() => setEdits({ slot })} />)}</ol>}
      {agenda.length > 0 && tools}
      {edits && <SlotDialog slot={edits.slot} onClose={() => setEdits(undefined)} />}
      {usual && <UsualAgendaDialog onClose={() => setUsual(false)} />}
    </>
  );
}

interface RowProps {
  readonly slot: Slot;
  readonly overlaps: boolean;
  readonly canPlan: boolean;
  readonly onEdit: () => void;
}

function SlotRow({ slot, overlaps, canPlan, onEdit }: RowProps): ReactNode {
  const { t } = useTranslation(['visit', 'common']);
  const { observation: { plan }, participants, session, run } = useVisit();
  const zone = slot.zone === undefined ? undefined : plan.zones[slot.zone];
  const owner = slot.owner === undefined ? undefined : participants[slot.owner];
  const about = [t('minutes', { count: slot.minutes }), zone?.name, owner && t('agenda.led', { name: owner.name })].filter((part) => part !== undefined);
  return (
    <li className={`${css['row']} ${css['slot']}`} aria-current={plan.slot?.id === slot.id ? 'step' : undefined}>
      <Times start={slot.startsAt} end={endOf(slot)} zone={session.zone} withDay={!sameDay(slot.startsAt, session.startsAt, session.zone)} />
      <div className={css['words']}>
        <div className={css['head']}>
          <b>{slot.title}</b>
          {plan.slot?.id === slot.id && session.phase !== 'ended' && <Chip tone="accent" icon="clock">{t('agenda.now')}</Chip>}
          {zone?.noRecord && <Chip tone="stop" icon="cameraOff">{t('zones.noRecord')}</Chip>}
          {overlaps && <Chip tone="warn">{t('agenda.overlaps')}</Chip>}
        </div>
        <span className={css['meta']}>{about.join(' · ')}</span>
      </div>
      {canPlan && (
        <Menu
          label={t('agenda.menu', { title: slot.title })}
          groups={[{ id: 'slot', entries: [
            { id: 'edit', label: t('change'), icon: 'edit', onAction: onEdit },
            { id: 'remove', label: t('remove'), icon: 'trash', danger: true, onAction: () => void run('visit.removeSlot', { slot: slot.id }) },
          ] }]}
        />
      )}
    </li>
  );
}
