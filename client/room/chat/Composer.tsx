import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import type { Refusal } from '../../../protocol/errors.ts';
import { useLive, useMay, useMe, useSession } from '../../live/context.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useCell } from '../live/cell.ts';
import { useRoom } from '../live/context.tsx';
import { useConversationName } from './ConversationTabs.tsx';
import type { Conversation } from './unread.ts';
import css from './Chat.module.css';

/** Others learn that one writes at most this often. */
const TYPING_EVERY_MS = 3_000;
/** From here on the rest is counted. */
const COUNTED_FROM = limits.chatChars - 400;

/** Where one writes: Enter sends, Shift with Enter begins a line. */
export function Composer({ conversation }: { readonly conversation: Conversation }): ReactNode {
  const { t } = useTranslation('room');
  const live = useLive();
  const room = useRoom();
  const me = useMe();
  const name = useConversationName()(conversation);
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => room.drafts.get(conversation.id) ?? '');
  const [problem, setProblem] = useState<Refusal>();
  const lastTyping = useRef(0);
  const mayWrite = useMay(conversation.kind === 'person' ? 'chat.person' : 'chat.room');
  const here = useSession((state) => conversation.kind !== 'person' || state.participants[conversation.person]?.presence === 'in');
  const wanted = useCell(room.conversation)?.id === conversation.id;

  useEffect(() => {
    if (wanted) field.current?.focus();
  }, [wanted]);

  const change = (next: string): void => {
    setText(next);
    room.drafts.set(conversation.id, next);
    if (conversation.kind !== 'room' || conversation.room !== me.room || next.trim() === '') return;
    const now = performance.now();
    if (now - lastTyping.current < TYPING_EVERY_MS) return;
    lastTyping.current = now;
    live.signal('chat.typing', {});
  };
  const send = async (): Promise<void> => {
    if (text.trim() === '') return;
    change('');
    lastTyping.current = 0;
    setProblem(undefined);
    const refused = await room.say(conversation, text);
    if (!refused) return;
    // What was not sent is not lost; unless something else has been written meanwhile.
    setText((now) => (now === '' ? text : now));
    setProblem(refused);
  };
  const keys = (event: KeyboardEvent): void => {
    // An input method takes Enter for itself while it composes.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };

  if (!mayWrite) return <p className={css['closed']}>{t('chat.notAllowed')}</p>;
  if (!here) return <p className={css['closed']}>{t('chat.away', { name })}</p>;
  return (
    <div className={css['composer']}>
      <Typing conversation={conversation} />
      <ProblemNotice problem={problem} />
      <div className={css['write']}>
        <textarea
          ref={field} value={text} rows={1} maxLength={limits.chatChars} dir="auto" aria-label={t('chat.write', { name })} placeholder={t('chat.write', { name })}
          onChange={(event) => change(event.currentTarget.value)} onKeyDown={keys}
        />
        <IconButton icon="send" label={t('chat.send')} disabled={text.trim() === ''} onClick={() => void send()} />
      </div>
      {text.length > COUNTED_FROM && <p className={css['count']} role="status">{t('chat.charactersLeft', { count: limits.chatChars - text.length })}</p>}
    </div>
  );
}

/** Who is writing in this room just now. The line keeps its place, so that nothing moves. */
function Typing({ conversation }: { readonly conversation: Conversation }): ReactNode {
  const { t } = useTranslation('room');
  const room = useRoom();
  const me = useMe();
  const writing = useCell(room.typing.cell);
  const participants = useSession((state) => state.participants);
  const here = conversation.kind === 'room' && conversation.room === me.room;
  const names = here ? [...writing.keys()].map((id) => participants[id]?.name).filter((name) => name !== undefined) : [];
  const sentence = names.length === 0 ? '' : names.length > 2 ? t('chat.manyWrite') : t('chat.writes', { count: names.length, names: names.join(', ') });
  return <p className={css['typing']}>{sentence}</p>;
}
