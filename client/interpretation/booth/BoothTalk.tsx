import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { conversationOfRoom } from '../../../protocol/live/chat.ts';
import { useLive, useSession } from '../../live/context.tsx';
import { useRoom } from '../../room/live/context.tsx';
import { Button } from '../../ui/Button.tsx';
import type { OwnBooth } from './useBooth.ts';
import css from './Booth.module.css';

const SHOWN = 3;

/** The word between the pair: nobody else hears or reads it. */
export function BoothTalk({ own }: { readonly own: OwnBooth }): ReactNode {
  const { t } = useTranslation(['interpretation', 'room']);
  const { you } = useLive();
  const room = useRoom();
  const { id } = own.booth;
  const said = useSession((state) => state.chat)[conversationOfRoom(id)] ?? [];
  const participants = useSession((state) => state.participants);
  return (
    <section className={css['section']}>
      <h3>{t('talk.title')}</h3>
      <p className={css['quiet']}>{own.partners.length === 0 ? t('talk.alone') : t('talk.with', { names: own.partners.map((one) => one.name).join(', ') })}</p>
      {said.length > 0 && (
        <ul className={css['said']}>
          {said.slice(-SHOWN).map((message) => <li key={message.id}><b>{message.from === you ? t('room:youCapital') : participants[message.from]?.name}</b> {message.text}</li>)}
        </ul>
      )}
      <Button look="line" icon="chat" wide onClick={() => room.showRoomChat(id)}>{t('talk.write')}</Button>
    </section>
  );
}
