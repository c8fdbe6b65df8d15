import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participants } from '../../../protocol/live/participants.ts';
import { useLive, useMay, useSession } from '../../live/context.tsx';
import { cx } from '../../ui/cx.ts';
import { useRoomName } from '../rooms/useRoomName.ts';
import { Menu } from '../parts/Menu.tsx';
import { withPerson } from './unread.ts';
import type { Conversation, Unread } from './unread.ts';
import css from './Chat.module.css';

interface Props {
  readonly conversations: readonly Conversation[];
  readonly current: Conversation;
  readonly unread: Unread;
  readonly onSelect: (conversation: Conversation) => void;
}

/** With whom one writes. A list to choose from rather than tabs: there may be many, and each has its own count. */
export function ConversationTabs({ conversations, current, unread, onSelect }: Props): ReactNode {
  const { t } = useTranslation('room');
  const { you } = useLive();
  const nameOf = useConversationName();
  const participants = useSession((state) => state.participants);
  const mayWrite = useMay('chat.person');
  const others = mayWrite ? othersIn(participants, you) : [];
  return (
    <div className={css['conversations']}>
      <ul aria-label={t('chat.conversations')}>
        {conversations.map((one) => {
          const count = one.id === current.id ? 0 : unread[one.id] ?? 0;
          return (
            <li key={one.id}>
              <button type="button" className={cx(css['conversation'], one.id === current.id && css['current'])} aria-current={one.id === current.id} onClick={() => onSelect(one)}>
                <span className={css['clip']}>{nameOf(one)}</span>
                {count > 0 && <span className={css['unread']} aria-label={t('chat.unread', { count })}>{count}</span>}
              </button>
            </li>
          );
        })}
      </ul>
      {others.length > 0 && (
        <Menu
          label={t('chat.new')} icon="edit"
          groups={[{ id: 'people', label: t('chat.new'), entries: others.map((one) => ({ id: one.id, label: one.name, detail: one.administrationName, onAction: () => onSelect(withPerson(you, one.id)) })) }]}
        />
      )}
    </div>
  );
}

/** The name of a conversation: the room's, the person's, or that it is one's delegation. */
export function useConversationName(): (conversation: Conversation) => string {
  const roomName = useRoomName();
  const rooms = useSession((state) => state.rooms);
  const participants = useSession((state) => state.participants);
  const { t } = useTranslation('room');
  return (one) => {
    if (one.kind === 'delegation') return t('chat.delegation');
    return one.kind === 'room' ? roomName(rooms[one.room]) : participants[one.person]?.name ?? '';
  };
}

function othersIn(participants: Participants, you: string) {
  return Object.values(participants).filter((one) => one.presence === 'in' && one.id !== you).toSorted((a, b) => a.name.localeCompare(b.name));
}
