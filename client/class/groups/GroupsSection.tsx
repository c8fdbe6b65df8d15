import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grouping } from '../../../protocol/class/groups.ts';
import { limits } from '../../../protocol/limits.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { Room } from '../../../protocol/live/rooms.ts';
import { useMe, useSession } from '../../live/context.tsx';
import { useCommand } from '../../room/live/useCommand.ts';
import { Menu } from '../../room/parts/Menu.tsx';
import { duration } from '../../room/time.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TextField } from '../../ui/Field.tsx';
import { traineesOf, useClass } from '../useClass.ts';
import { KeptWorks } from './KeptWorks.tsx';
import { PlannedGroups } from './PlannedGroups.tsx';
import { useTimeLeft } from './useGroupClock.ts';
import css from './Groups.module.css';

const GroupsDialog = lazy(() => import('./GroupsDialog.tsx'));

/** The groups at work, or the making of them; and what they brought back. For who leads the class. */
export function GroupsSection(): ReactNode {
  const { t } = useTranslation('class');
  const { groups: { open, plan, kept } } = useClass();
  const run = useCommand();
  const [isMaking, setMaking] = useState(false);
  return (
    <section className={css['section']} aria-label={t('view.groups')}>
      {open ? <AtWork open={open} /> : (
        <>
          <Button look={plan ? 'line' : 'primary'} icon="rooms" wide onClick={() => setMaking(true)}>{t(plan ? 'groups.change' : 'groups.make')}</Button>
          {plan && (
            <Button
              look="primary" icon="send" wide
              onClick={() => void run('groups.open', { groups: plan.groups.map((group) => ({ ...group, members: [...group.members] })), ...(plan.minutes === undefined ? {} : { minutes: plan.minutes }) })}
            >
              {t('groups.openPlan', { count: plan.groups.length })}
            </Button>
          )}
          {plan && <PlannedGroups plan={plan} />}
          {Object.keys(kept).length === 0 && !plan && <EmptyState icon="rooms" title={t('groups.none')}>{t('groups.noneText')}</EmptyState>}
        </>
      )}
      <KeptWorks />
      <Suspense>{isMaking && <GroupsDialog onClose={() => setMaking(false)} />}</Suspense>
    </section>
  );
}

function AtWork({ open }: { readonly open: Grouping }): ReactNode {
  const { t } = useTranslation('class');
  const run = useCommand();
  const rooms = useSession((state) => state.rooms);
  const left = useTimeLeft();
  return (
    <>
      <div className={css['clockCard']}>
        <div className={css['clock']}>
          {left === undefined ? <span>{t('groups.untimed')}</span> : <><b>{duration(left)}</b><span>{t('groups.left')}</span></>}
          <Menu
            label={t('groups.time')} icon="clock" className={css['menu']}
            groups={[{ id: 'time', label: t('groups.timeFromNow'), entries: [
              ...[1, 5, 10, 15].map((minutes) => ({ id: String(minutes), label: t('groups.minutesOf', { count: minutes }), onAction: () => void run('groups.time', { minutes }) })),
              ...(left === undefined ? [] : [{ id: 'none', label: t('groups.noTime'), onAction: () => void run('groups.time', { minutes: null }) }]),
            ] }]}
          />
        </div>
        <Button look="primary" icon="back" wide onClick={() => void run('groups.close', {})}>{t('groups.close')}</Button>
      </div>
      <SayForm />
      <ul className={css['list']}>{open.groups.flatMap((group) => rooms[group] ?? []).map((room) => <GroupCard key={room.id} room={room} open={open} />)}</ul>
      <Unplaced open={open} />
    </>
  );
}

function SayForm(): ReactNode {
  const { t } = useTranslation('class');
  const run = useCommand();
  const [text, setText] = useState('');
  const say = async (): Promise<void> => {
    if (text.trim() !== '' && await run('groups.say', { text })) setText('');
  };
  return (
    <form
      className={css['say']}
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      <TextField label={t('groups.say')} value={text} maxLength={limits.pollTextChars} required={false} onChange={setText} />
      <Button look="line" type="submit" icon="send" disabled={text.trim() === ''}>{t('groups.sayDo')}</Button>
    </form>
  );
}

function GroupCard({ room, open }: { readonly room: Room; readonly open: Grouping }): ReactNode {
  const { t } = useTranslation('class');
  const run = useCommand();
  const me = useMe();
  const participants = useSession((state) => state.participants);
  const call = open.calls[room.id];
  const isHere = me.room === room.id;
  const members = room.members.flatMap((id) => participants[id] ?? []);
  return (
    <li className={cx(css['card'], call && css['calling'])} data-group={room.name}>
      <div className={css['head']}>
        <h3>{room.name}</h3>
        {call && <Chip tone="warn" icon="help">{t('groups.asksHelp')}</Chip>}
        {isHere && <Chip tone="accent">{t('groups.youAreHere')}</Chip>}
      </div>
      <ul className={css['memberList']}>{members.map((one) => <Member key={one.id} one={one} room={room} open={open} />)}</ul>
      {members.length === 0 && <p className={css['quiet']}>{t('groups.empty')}</p>}
      <div className={css['actions']}>
        {isHere
          ? <Button look="line" icon="back" onClick={() => void run('group.visit', { group: null })}>{t('groups.toFloor')}</Button>
          : <Button look={call ? 'primary' : 'line'} icon="door" aria-label={t('groups.visitOf', { name: room.name })} onClick={() => void run('group.visit', { group: room.id })}>{t('groups.visit')}</Button>}
      </div>
    </li>
  );
}

interface MemberProps {
  readonly one: Participant;
  /** The group that they belong to; absent: none. */
  readonly room?: Room;
  readonly open: Grouping;
}

/** Somebody with where they are, and the way into another group. */
function Member({ one, room, open }: MemberProps): ReactNode {
  const { t } = useTranslation('class');
  const run = useCommand();
  const rooms = useSession((state) => state.rooms);
  const state = one.presence !== 'in' ? 'notHere' : !one.connected ? 'lost' : room && one.room !== room.id ? 'onFloor' : undefined;
  return (
    <li>
      <span className={css['person']}>{one.name}</span>
      {state && <Chip tone={state === 'onFloor' ? 'neutral' : 'warn'}>{t(`groups.${state}`)}</Chip>}
      <Menu
        label={t('groups.moveOf', { name: one.name })} icon="more" className={css['menu']}
        groups={[{ id: 'groups', label: t('groups.move'), entries: [
          ...open.groups.flatMap((id) => rooms[id] ?? []).filter((each) => each.id !== room?.id || state === 'onFloor')
            .map((each) => ({ id: each.id, label: each.name, onAction: () => void run('groups.move', { participant: one.id, group: each.id }) })),
          ...(room ? [{ id: 'none', icon: 'back', label: t('groups.moveOut'), onAction: () => void run('groups.move', { participant: one.id, group: null }) } as const] : []),
        ] }]}
      />
    </li>
  );
}

/** Who came after the groups were made. */
function Unplaced({ open }: { readonly open: Grouping }): ReactNode {
  const { t } = useTranslation('class');
  const participants = useSession((state) => state.participants);
  const rooms = useSession((state) => state.rooms);
  const rest = traineesOf({ participants }).filter((one) => one.presence === 'in' && !open.groups.some((group) => rooms[group]?.members.includes(one.id)));
  if (rest.length === 0) return null;
  return (
    <div className={css['card']}>
      <h3>{t('groups.unplaced')}</h3>
      <ul className={css['memberList']}>{rest.map((one) => <Member key={one.id} one={one} open={open} />)}</ul>
    </div>
  );
}
