import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../../../protocol/bidi.ts';
import { conversationOfDelegation } from '../../../../protocol/live/chat.ts';
import { may } from '../../../../protocol/kinds.ts';
import { FLOOR } from '../../../../protocol/live/ids.ts';
import type { Participant } from '../../../../protocol/live/participants.ts';
import { caucusOf } from '../../../../protocol/live/rooms.ts';
import { useSession } from '../../../live/context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Field.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useRoom } from '../../../room/live/context.tsx';
import { PersonRow } from '../../../room/people/PersonRow.tsx';
import { RoomMeeting, useMeeting } from '../source.tsx';
import css from '../meeting.module.css';

/** One's own delegation: who belongs to it, its conversation and its caucus; and that of whoever was let into one. */
export default function DelegationPanel(): ReactNode {
  return <RoomMeeting><Own /></RoomMeeting>;
}

function Own(): ReactNode {
  const { t } = useTranslation('meeting');
  const { me, delegations } = useMeeting();
  const room = useRoom();
  const own = delegations.find((one) => one.id === me.administration);
  if (!own) return null;
  const write = (): void => {
    room.conversation.set({ kind: 'delegation', id: conversationOfDelegation(own.id), administration: own.id });
    room.panel.set('chat');
  };
  return (
    <div className={css['scroll']}>
      <Caucus />
      <section className={css['section']}>
        <h3>{own.name}</h3>
        <p className={css['about']}>{t('delegation.about')}</p>
        <ul className={css['people']}>{own.members.map((one) => <PersonRow key={one.id} person={one} menu={one.presence === 'in'} />)}</ul>
        <div><Button look="line" icon="chat" onClick={write}>{t('delegation.write')}</Button></div>
      </section>
    </div>
  );
}

function Caucus(): ReactNode {
  const { t } = useTranslation('meeting');
  const { me, may: can, run, participants } = useMeeting();
  const rooms = useSession((state) => state.rooms);
  const [asks, setAsks] = useState<'open' | 'invite'>();
  const own = caucusOf(rooms, me.administration);
  const invitedTo = Object.values(rooms).find((one) => one.administration !== undefined && one.administration !== me.administration && one.members.includes(me.id));
  const caucus = own ?? invitedTo;
  const leads = can('delegation.lead');
  const isHere = caucus !== undefined && me.room === caucus.id;
  const there = caucus ? Object.values(participants).filter((one) => one.presence === 'in' && one.room === caucus.id) : [];
  return (
    <section className={css['now']} aria-label={t('caucus.title')}>
      <h3>{caucus ? t('caucus.of', { name: caucus.name }) : t('caucus.title')}</h3>
      {caucus
        ? <p>{there.length === 0 ? t('caucus.empty') : t('caucus.there', { names: there.map((one) => isolated(one.name)).join(', ') })}</p>
        : <p>{t(leads ? 'caucus.aboutHead' : 'caucus.about')}</p>}
      <div className={css['buttons']}>
        {!own && leads && <Button look="primary" icon="rooms" onClick={() => setAsks('open')}>{t('caucus.open')}</Button>}
        {caucus && !isHere && <Button look="primary" icon="door" onClick={() => void run('room.enter', { room: caucus.id })}>{t('caucus.enter')}</Button>}
        {isHere && <Button look="line" icon="back" onClick={() => void run('room.enter', { room: FLOOR })}>{t('caucus.leave')}</Button>}
        {own && leads && <Button look="line" icon="addPerson" onClick={() => setAsks('invite')}>{t('caucus.invite')}</Button>}
        {own && leads && <Button look="line" icon="close" onClick={() => void run('caucus.close', {})}>{t('caucus.close')}</Button>}
      </div>
      {asks === 'open' && <OpenDialog onClose={() => setAsks(undefined)} />}
      {asks === 'invite' && own && <InviteDialog members={own.members} room={own.id} onClose={() => setAsks(undefined)} />}
    </section>
  );
}

/** Who goes aside: the delegates at once, and the interpreters that their head takes along. */
function OpenDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['meeting', 'common']);
  const { me, participants, session, delegations, run } = useMeeting();
  const [along, setAlong] = useState<readonly string[]>([]);
  const interpreters = Object.values(participants).filter((one) => one.presence === 'in' && may(session.kind, one.role, 'interpretation.speak'));
  const delegates = delegations.find((one) => one.id === me.administration)?.members.filter((one) => one.presence === 'in' && (one.role === 'headOfDelegation' || one.role === 'delegate')) ?? [];
  return (
    <Dialog
      title={t('caucus.openTitle')} onClose={onClose}
      actions={(
        <>
          <Button look="line" onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" onClick={() => {
            void run('caucus.open', { interpreters: [...along] });
            onClose();
          }}>{t('caucus.openNow')}</Button>
        </>
      )}
    >
      <p>{t('caucus.openText', { names: delegates.map((one) => isolated(one.name)).join(', ') })}</p>
      {interpreters.length > 0 && (
        <fieldset className={css['choices']}>
          <legend>{t('caucus.interpreters')}</legend>
          {interpreters.map((one) => (
            <Checkbox key={one.id} label={one.name} hint={one.administrationName} checked={along.includes(one.id)} onChange={(on) => setAlong((before) => (on ? [...before, one.id] : before.filter((each) => each !== one.id)))} />
          ))}
        </fieldset>
      )}
    </Dialog>
  );
}

function InviteDialog({ members, room, onClose }: { readonly members: readonly string[]; readonly room: string; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['meeting', 'common']);
  const { me, participants, run } = useMeeting();
  const inside = Object.values(participants).filter((one) => one.presence === 'in' && one.id !== me.id);
  const own = inside.filter((one) => one.administration === me.administration && one.room !== room);
  const others = inside.filter((one) => one.administration !== me.administration);
  const row = (one: Participant, action: ReactNode): ReactNode => (
    <li key={one.id} className={css['row']}><div className={css['words']}><b>{one.name}</b><span className={css['about']}>{t(`kinds:role.${one.role}`)} · {one.administrationName}</span></div>{action}</li>
  );
  return (
    <Dialog title={t('caucus.invite')} onClose={onClose} actions={<Button look="line" onClick={onClose}>{t('common:close')}</Button>}>
      <p>{t('caucus.inviteText')}</p>
      <ul className={css['list']}>
        {own.map((one) => row(one, <Button look="line" className={css['small']} aria-label={t('caucus.callName', { name: one.name })} onClick={() => void run('caucus.invite', { participant: one.id, invited: true })}>{t('caucus.call')}</Button>))}
        {others.map((one) => {
          const isIn = members.includes(one.id);
          return row(one, (
            <Button look={isIn ? 'quiet' : 'line'} className={css['small']} aria-label={t(isIn ? 'caucus.takeBackName' : 'caucus.letInName', { name: one.name })} onClick={() => void run('caucus.invite', { participant: one.id, invited: !isIn })}>
              {t(isIn ? 'caucus.takeBack' : 'caucus.letIn')}
            </Button>
          ));
        })}
      </ul>
    </Dialog>
  );
}
