import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../protocol/live/rooms.ts';
import { useCommand } from '../live/useCommand.ts';
import { AskDialog } from '../parts/AskDialog.tsx';

/** Closing takes everybody back and ends what was on the room's stage. */
export default function CloseRoom({ room, onClose }: { readonly room: Room; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('room');
  const run = useCommand();
  return (
    <AskDialog title={t('rooms.closeTitle', { name: room.name })} confirm={t('rooms.close')} onClose={onClose} onConfirm={() => void run('room.close', { room: room.id })}>
      {t(room.mode === 'alongside' ? 'rooms.closeAlongside' : 'rooms.closeAside')}
    </AskDialog>
  );
}
