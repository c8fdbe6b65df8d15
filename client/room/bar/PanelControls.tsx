import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCell } from '../live/cell.ts';
import { useRoom } from '../live/context.tsx';
import { useUnread } from '../chat/useUnread.ts';
import { useWaitingCount } from '../people/useWaitingCount.ts';
import { Control } from './Control.tsx';

/** Opens and closes the panel at the end side; says what waits in it while it is closed. */
export function PanelControl(): ReactNode {
  const { t } = useTranslation('room');
  const room = useRoom();
  const panel = useCell(room.panel);
  const unread = useUnread();
  const waiting = useWaitingCount();
  const open = panel !== undefined;
  return (
    <Control
      icon="panel" label={t('bar.panel')} state={open ? 'on' : undefined} pressed={open} badge={open ? 0 : unread + waiting}
      onClick={() => room.togglePanel(waiting > 0 ? 'people' : unread > 0 ? 'chat' : undefined)}
    />
  );
}

export function ChatControl(): ReactNode {
  const { t } = useTranslation('room');
  const room = useRoom();
  const unread = useUnread();
  return <Control icon="chat" label={t('panel.chat')} badge={unread} aria-keyshortcuts="c" onClick={() => room.panel.set('chat')} />;
}
