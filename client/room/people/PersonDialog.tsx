import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rolesOf } from '../../../protocol/kinds.ts';
import type { Role } from '../../../protocol/kinds.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import { useSession } from '../../live/context.tsx';
import { useCommand } from '../live/useCommand.ts';
import { AskDialog } from '../parts/AskDialog.tsx';
import { ChooseDialog } from '../parts/ChooseDialog.tsx';
import { useRoomName } from '../rooms/useRoomName.ts';
import { isPlace, roomsInOrder } from './board.ts';
import type { Asked } from './PersonMenu.tsx';

interface Props {
  readonly asked: Asked;
  readonly person: Participant;
  readonly onClose: () => void;
}

/** What is asked before somebody is moved, given another role, or taken out. */
export default function PersonDialog({ asked, person, onClose }: Props): ReactNode {
  const { t } = useTranslation(['room', 'kinds']);
  const run = useCommand();
  const roomName = useRoomName();
  const kind = useSession((state) => state.session.kind);
  const rooms = useSession((state) => state.rooms);
  const { id, name } = person;
  switch (asked) {
    case 'move': {
      const options = roomsInOrder({ rooms }).filter((room) => isPlace(room)).map((room) => ({ id: room.id, label: roomName(room) }));
      return (
        <ChooseDialog
          title={t('person.moveTitle', { name })} options={options} chosen={person.room} confirm={t('person.moveConfirm')} onClose={onClose}
          onChoose={(room) => void run('room.move', { room, participants: [id] })}
        />
      );
    }
    case 'assign': {
      const options = rolesOf(kind).map((role) => ({ id: role, label: t(`kinds:role.${role}`) }));
      return (
        <ChooseDialog
          title={t('person.assignTitle', { name })} options={options} chosen={person.role} confirm={t('person.assignConfirm')} onClose={onClose}
          onChoose={(role) => void run('participant.assign', { participant: id, role: role as Role })}
        />
      );
    }
    case 'handOver': return (
      <AskDialog title={t('person.handOverTitle', { name })} confirm={t('person.handOverConfirm')} onClose={onClose} onConfirm={() => void run('participant.handOver', { participant: id })}>
        {t('person.handOverText', { name })}
      </AskDialog>
    );
    case 'remove':
    case 'ban': return (
      <AskDialog
        title={t(`person.${asked}Title`, { name })} confirm={t(`person.${asked}Confirm`)} onClose={onClose}
        onConfirm={() => void run('participant.remove', { participant: id, ban: asked === 'ban' })}
      >
        {t(`person.${asked}Text`, { name })}
      </AskDialog>
    );
    default: return asked satisfies never;
  }
}
