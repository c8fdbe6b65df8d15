import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive, useLiveSnapshot } from '../../live/context.tsx';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useCell } from '../live/cell.ts';
import { useRoom } from '../live/context.tsx';
import { Composer } from './Composer.tsx';
import { ConversationTabs } from './ConversationTabs.tsx';
import { MessageLog } from './MessageLog.tsx';
import { conversationsOf, unreadIn } from './unread.ts';
import type { Conversation } from './unread.ts';
import css from './Chat.module.css';

/** What is written in the rooms that one belongs to, and with one person alone. */
export default function ChatPanel(): ReactNode {
  const { t } = useTranslation('room');
  const room = useRoom();
  const { you } = useLive();
  const state = useLiveSnapshot((snapshot) => snapshot.state, sameTalk);
  const wanted = useCell(room.conversation);
  const reads = useCell(room.reading.cell);
  const conversations = state ? withWanted(conversationsOf(state, you), wanted) : [];
  const current = conversations.find((one) => one.id === wanted?.id) ?? conversations[0];
  const open = current?.id;
  useEffect(() => {
    room.reading.open(open);
    return () => room.reading.open(undefined);
  }, [room, open]);
  if (!state || !current) return null;
  return (
    <section className={css['panel']} aria-label={t('panel.chat')}>
      <ConversationTabs conversations={conversations} current={current} unread={unreadIn(state.chat, reads, you)} onSelect={(one) => room.conversation.set(one)} />
      <MessageLog key={current.id} conversation={current} />
      <Composer key={`write ${current.id}`} conversation={current} />
    </section>
  );
}

/** Somebody one wants to write to for the first time has no message yet. */
function withWanted(all: readonly Conversation[], wanted: Conversation | undefined): readonly Conversation[] {
  if (wanted?.kind !== 'person' || all.some((one) => one.id === wanted.id)) return all;
  return [...all, wanted];
}

function sameTalk(a: SessionState | undefined, b: SessionState | undefined): boolean {
  return a?.chat === b?.chat && a?.rooms === b?.rooms && a?.participants === b?.participants;
}

