import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Request, Speaker } from '../../../../protocol/assessment/meeting/speaking.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { Select } from '../../../ui/Select.tsx';
import { duration } from '../../../room/time.ts';
import { ClockLine } from '../ClockLine.tsx';
import { useMeeting } from '../source.tsx';
import { useNames } from '../useNames.ts';
import css from '../meeting.module.css';

const givenMinutes = ['2', '3', '5', '10', '15', '20'] as const;
type Given = (typeof givenMinutes)[number] | '';

/** Who has the floor and for how long, who speaks next, and the floor asked for by a delegation. */
export function FloorView(): ReactNode {
  const { t } = useTranslation('meeting');
  const { assessment: { speaking }, delegations, me, may } = useMeeting();
  const [minutes, setMinutes] = useState<Given>('5');
  const leads = may('meeting.lead');
  const idle = delegations.filter((one) => !speaking.queue.some((each) => each.administration === one.id) && one.members.some((each) => each.presence === 'in'));
  return (
    <>
      {speaking.current ? <Current speaker={speaking.current} /> : <p className={css['idle']}>{t('floor.nobody')}</p>}
      {may('floor.ask') && me.person !== undefined && <Ask />}
      {leads && (
        <div className={css['giveRow']}>
          <Select<Given>
            label={t('floor.time')} value={minutes} onChange={setMinutes}
            options={[{ value: '', label: t('floor.unlimited') }, ...givenMinutes.map((one) => ({ value: one, label: t('duration', { count: Number(one) }) }))]}
          />
        </div>
      )}
      <section className={css['section']}>
        <h3>{t('floor.next')}</h3>
        {speaking.queue.length === 0
          ? <p className={css['idle']}>{t('floor.noneAsked')}</p>
          : <ol className={css['list']} aria-label={t('floor.next')}>{speaking.queue.map((one, index) => <Asking key={one.administration} request={one} index={index} minutes={minutes} />)}</ol>}
      </section>
      {leads && idle.length > 0 && (
        <section className={css['section']}>
          <h3>{t('floor.others')}</h3>
          <ul className={css['list']}>
            {idle.map((one) => (
              <li key={one.id} className={css['row']}>
                <div className={css['words']}><b>{one.name}</b><SpokenTime side={one.id} /></div>
                {one.head !== undefined && <Give side={one.id} name={one.name} minutes={minutes} quiet />}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Current({ speaker }: { readonly speaker: Speaker }): ReactNode {
  const { t } = useTranslation('meeting');
  const { me, may, delegations, run } = useMeeting();
  const { side, person } = useNames();
  const isOurs = speaker.administration === me.administration;
  const members = delegations.find((one) => one.id === speaker.administration)?.members.filter((one) => one.presence === 'in' && one.id !== speaker.speaker) ?? [];
  return (
    <section className={css['now']} aria-label={t('floor.has')}>
      <span className={css['label']}>{t('floor.has')}</span>
      <h3>{side(speaker.administration)}</h3>
      <span>{person(speaker.speaker)}</span>
      <ClockLine since={speaker.since} minutes={speaker.minutes} />
      <div className={css['buttons']}>
        {may('meeting.lead') && <Button look="line" className={css['small']} onClick={() => void run('speaking.time', { minutes: (speaker.minutes ?? 0) + 2 })}>{t('floor.more', { count: 2 })}</Button>}
        {(may('meeting.lead') || (isOurs && may('floor.ask'))) && <Button look="line" className={css['small']} onClick={() => void run('speaking.end', {})}>{t(isOurs ? 'floor.finish' : 'floor.end')}</Button>}
        {isOurs && may('delegation.lead') && members.length > 0 && (
          <Menu
            label={t('floor.pass')} trigger={{ look: 'line', icon: 'arrow', children: t('floor.pass') }}
            groups={[{ id: 'members', entries: members.map((one) => ({ id: one.id, label: one.name, onAction: () => void run('speaking.pass', { speaker: one.id }) })) }]}
          />
        )}
      </div>
    </section>
  );
}

/** The delegation asks, or does not any more; its head may say who will speak. */
function Ask(): ReactNode {
  const { t } = useTranslation('meeting');
  const { assessment: { speaking }, me, may, delegations, run } = useMeeting();
  const asked = speaking.queue.find((one) => one.administration === me.administration);
  const members = delegations.find((one) => one.id === me.administration)?.members.filter((one) => one.presence === 'in' && one.id !== (asked?.speaker ?? me.id)) ?? [];
  return (
    <div className={css['buttons']}>
      {asked
        ? <Button look="line" icon="close" onClick={() => void run('speaking.withdraw', {})}>{t('floor.withdraw')}</Button>
        : <Button look="primary" icon="hand" onClick={() => void run('speaking.ask', {})}>{t('floor.ask')}</Button>}
      {may('delegation.lead') && members.length > 0 && (
        <Menu
          label={t('floor.askFor')} trigger={{ look: 'quiet', icon: 'people', children: t('floor.askFor') }}
          groups={[{ id: 'members', label: t('floor.askFor'), entries: members.map((one) => ({ id: one.id, label: one.name, onAction: () => void run('speaking.ask', { speaker: one.id }) })) }]}
        />
      )}
    </div>
  );
}

function Asking({ request, index, minutes }: { readonly request: Request; readonly index: number; readonly minutes: Given }): ReactNode {
  const { t } = useTranslation('meeting');
  const { assessment: { speaking }, may, run } = useMeeting();
  const { side, person } = useNames();
  const name = side(request.administration);
  const order = speaking.queue.map((one) => one.administration);
  const move = (by: number): void => {
    const next = order.filter((one) => one !== request.administration);
    next.splice(index + by, 0, request.administration);
    void run('speaking.order', { administrations: next });
  };
  return (
    <li className={css['row']}>
      <span className={css['number']}>{index + 1}</span>
      <div className={css['words']}><b>{name}</b><span className={css['about']}>{person(request.speaker)}</span><SpokenTime side={request.administration} /></div>
      {may('meeting.lead') && (
        <div className={css['tools']}>
          <Give side={request.administration} name={name} minutes={minutes} />
          {index > 0 && <IconButton icon="up" label={t('floor.earlier', { name })} onClick={() => move(-1)} />}
          <IconButton icon="close" label={t('floor.takeOff', { name })} onClick={() => void run('speaking.withdraw', { administration: request.administration })} />
        </div>
      )}
    </li>
  );
}

function Give({ side, name, minutes, quiet = false }: { readonly side: string; readonly name: string; readonly minutes: Given; readonly quiet?: boolean }): ReactNode {
  const { t } = useTranslation('meeting');
  const { run } = useMeeting();
  return (
    <Button
      look={quiet ? 'quiet' : 'primary'} className={css['small']} aria-label={t('floor.giveTo', { name })}
      onClick={() => void run('speaking.give', { administration: side, ...(minutes === '' ? {} : { minutes: Number(minutes) }) })}
    >
      {t('floor.give')}
    </Button>
  );
}

function SpokenTime({ side }: { readonly side: string }): ReactNode {
  const { t } = useTranslation('meeting');
  const ms = useMeeting().assessment.speaking.spokenMs[side] ?? 0;
  return ms < 1_000 ? null : <span className={css['about']}>{t('floor.spoken', { time: duration(ms) })}</span>;
}
