import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FLOOR } from '../../../protocol/live/ids.ts';
import { belongs } from '../../../protocol/live/rooms.ts';
import type { Room } from '../../../protocol/live/rooms.ts';
import { useLive, useMay, useMe, useSession } from '../../live/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useRoom } from '../live/context.tsx';
import { useCommand } from '../live/useCommand.ts';
import { Menu } from '../parts/Menu.tsx';
import { roomsInOrder } from '../people/board.ts';
import { useRoomName } from './useRoomName.ts';
import css from './Rooms.module.css';

const RoomForm = lazy(() => import('./RoomForm.tsx'));
const CloseRoom = lazy(() => import('./CloseRoom.tsx'));

type Open = { readonly what: 'new' } | { readonly what: 'members' | 'close'; readonly room: Room };

/** The floor and the side rooms: who is where, where I may go, and for who manages them everything else. */
export default function RoomsPanel(): ReactNode {
  const { t } = useTranslation('room');
  const rooms = useSession((state) => state.rooms);
  const mayManage = useMay('room.manage');
  const [open, setOpen] = useState<Open>();
  const me = useMe();
  // A booth is of interest to those who sit in it, and managed in its own panel.
  const all = roomsInOrder({ rooms }).filter((room) => !room.booth || belongs(room, me));
  return (
    <div className={css['panel']}>
      <ul className={css['list']}>
        {all.map((room) => <RoomCard key={room.id} room={room} onMembers={() => setOpen({ what: 'members', room })} onClose={() => setOpen({ what: 'close', room })} />)}
        {all.length === 1 && <li><EmptyState icon="rooms" title={t('rooms.none')}>{t(mayManage ? 'rooms.noneManage' : 'rooms.noneText')}</EmptyState></li>}
      </ul>
      {mayManage && (
        <div className={css['foot']}>
          <Button look="line" icon="plus" wide onClick={() => setOpen({ what: 'new' })}>{t('rooms.create')}</Button>
        </div>
      )}
      <Suspense>
        {open?.what === 'new' && <RoomForm onClose={() => setOpen(undefined)} />}
        {open?.what === 'members' && <RoomForm room={open.room} onClose={() => setOpen(undefined)} />}
        {open?.what === 'close' && <CloseRoom room={open.room} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </div>
  );
}

interface CardProps {
  readonly room: Room;
  readonly onMembers: () => void;
  readonly onClose: () => void;
}

function RoomCard({ room, onMembers, onClose }: CardProps): ReactNode {
  const { t } = useTranslation('room');
  const { you } = useLive();
  const me = useMe();
  const run = useCommand();
  const page = useRoom();
  const mayManage = useMay('room.manage');
  const name = useRoomName()(room);
  const participants = useSession((state) => state.participants);
  const inside = Object.values(participants).filter((one) => one.presence === 'in');
  const alongside = room.mode === 'alongside';
  const people = alongside ? inside.filter((one) => belongs(room, one)) : inside.filter((one) => one.room === room.id);
  const expected = room.mode === 'aside' ? inside.filter((one) => room.members.includes(one.id) && one.room !== room.id) : [];
  const here = me.room === room.id;
  const mine = room.id === FLOOR || belongs(room, me);
  // A standing room is as its kind says: nobody manages it.
  const manages = mayManage && room.id !== FLOOR && room.roles === undefined && !room.booth && room.administration === undefined;
  const write = () => page.showRoomChat(room.id);
  return (
    <li className={cx(css['card'], here && css['here'])}>
      <div className={css['head']}>
        <h3 className={css['name']}>{name}</h3>
        {here && <Chip tone="accent">{t('rooms.youAreHere')}</Chip>}
        {alongside && <Chip>{t('rooms.alongside')}</Chip>}
        {/* Groups at work are made, moved between and closed together, where what they made is kept. */}
        {manages && !room.group && (
          <Menu
            label={t('rooms.menu', { name })} icon="more" className={css['more']}
            groups={[
              { id: 'members', entries: [
                { id: 'members', icon: 'people', label: t('rooms.members'), onAction: onMembers },
                ...(expected.length === 0 ? [] : [{ id: 'call', icon: 'arrow', label: t('rooms.bring', { count: expected.length }), onAction: () => void run('room.move', { room: room.id, participants: expected.map((one) => one.id) }) } as const]),
              ] },
              { id: 'close', entries: [{ id: 'close', icon: 'close', label: t('rooms.close'), danger: true, onAction: onClose }] },
            ]}
          />
        )}
      </div>
      <p className={css['people']}>{people.length === 0 ? t('rooms.empty') : people.map((one) => (one.id === you ? t('youCapital') : one.name)).join(', ')}</p>
      {expected.length > 0 && <p className={css['expected']}>{t('rooms.expected', { names: expected.map((one) => one.name).join(', ') })}</p>}
      {(mine || (manages && !alongside)) && (
        <div className={css['actions']}>
          {!here && !alongside && (
            <Button
              look="line" icon="door"
              // Who manages rooms may look in anywhere; the others go where they belong.
              onClick={() => void (mine ? run('room.enter', { room: room.id }) : run('room.move', { room: room.id, participants: [you] }))}
            >
              {t(room.id === FLOOR ? 'where.back' : 'rooms.enter')}
            </Button>
          )}
          {mine && <Button look="quiet" icon="chat" onClick={write}>{t('rooms.chat')}</Button>}
        </div>
      )}
    </li>
  );
}
