import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../protocol/live/chat.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useViewerZone } from '../../app/zone.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { useLive, useSession } from '../../live/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { useCell } from '../live/cell.ts';
import { useRoom } from '../live/context.tsx';
import { useNow } from '../live/useNow.ts';
import { useMoment } from '../live/useMoment.ts';
import { longDay, sameDay } from '../../ui/timeFormats.ts';
import { MessageText } from './MessageText.tsx';
import type { Conversation } from './unread.ts';
import css from './Chat.module.css';

/** Messages of one person within this time stand together under one name. */
const TOGETHER_MS = 5 * 60_000;
/** Older ones are drawn when somebody asks for them. */
const DRAWN_AT_FIRST = 100;
const NEAR_END_PX = 60;

const none: readonly Message[] = [];

/** The messages of a conversation, newest last; stays at the end unless somebody reads further up. */
export function MessageLog({ conversation }: { readonly conversation: Conversation }): ReactNode {
  const { t } = useTranslation('room');
  const { you } = useLive();
  const room = useRoom();
  const messages = useSession(useCallback((state: SessionState) => state.chat[conversation.id] ?? none, [conversation.id]));
  const sending = useCell(room.sending).filter((one) => one.conversation === conversation.id && !messages.some((message) => message.id === one.id));
  const [drawn, setDrawn] = useState(DRAWN_AT_FIRST);
  const [behind, setBehind] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const last = messages.at(-1);

  useLayoutEffect(() => {
    const node = list.current;
    if (!node) return;
    if (atEnd.current || last?.from === you || sending.length > 0) node.scrollTop = node.scrollHeight;
    else setBehind(true);
  }, [last, sending.length, you]);

  const shown = messages.slice(-drawn);
  return (
    <div className={css['logFrame']}>
      <div
        // It is read and scrolled with the keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        ref={list} className={css['log']} role="log" aria-label={t('chat.messages')} tabIndex={0}
        onScroll={(event) => {
          const node = event.currentTarget;
          atEnd.current = node.scrollHeight - node.scrollTop - node.clientHeight < NEAR_END_PX;
          if (atEnd.current) setBehind(false);
        }}
      >
        {messages.length === 0 && sending.length === 0 && <p className={css['nothing']}>{t(conversation.kind === 'person' ? 'chat.nothingPerson' : 'chat.nothing')}</p>}
        {messages.length > drawn && <Button look="quiet" onClick={() => setDrawn(drawn + DRAWN_AT_FIRST)}>{t('chat.earlier')}</Button>}
        {shown.map((message, index) => <Entry key={message.id} message={message} before={shown[index - 1]} />)}
        {sending.map((one) => <div key={one.id} className={cx(css['entry'], css['sending'])}><MessageText text={one.text} /><small>{t('chat.sending')}</small></div>)}
      </div>
      {behind && (
        <Button
          look="primary" icon="down" className={css['toEnd']}
          onClick={() => list.current?.scrollTo({ top: list.current.scrollHeight })}
        >
          {t('chat.toEnd')}
        </Button>
      )}
    </div>
  );
}

function Entry({ message, before }: { readonly message: Message; readonly before: Message | undefined }): ReactNode {
  const { t } = useTranslation('room');
  const locale = useLocale();
  const { you } = useLive();
  const zone = useViewerZone();
  const now = useNow(60_000);
  const moment = useMoment();
  const sender = useSession(useCallback((state: SessionState) => state.participants[message.from], [message.from]));
  const newDay = before === undefined || !sameDay(before.at, message.at, zone);
  const together = !newDay && before.from === message.from && message.at - before.at < TOGETHER_MS;
  const { own, both } = moment(message.at);
  return (
    <>
      {newDay && <p className={css['day']}>{longDay(message.at, zone, locale, now)}</p>}
      <article className={cx(css['entry'], together && css['together'], message.from === you && css['mine'])}>
        {!together && (
          <header className={css['by']}>
            <b>{message.from === you ? t('youCapital') : sender?.name ?? t('chat.gone')}</b>
            <time dateTime={new Date(message.at).toISOString()} title={both}>{own}</time>
          </header>
        )}
        <MessageText text={message.text} />
      </article>
    </>
  );
}
