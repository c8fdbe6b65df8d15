import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../live/context.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useRoom } from '../live/context.tsx';
import { Menu } from '../parts/Menu.tsx';

/** The way out, always at the far end. Who hosts is asked: alone, or everybody. */
export function LeaveControl({ compact = false }: { readonly compact?: boolean }): ReactNode {
  const { t } = useTranslation('room');
  const room = useRoom();
  const mayEnd = useMay('session.manage');
  const leave = (): void => void room.door.leave();
  if (!mayEnd) return <IconButton icon="door" label={t('bar.leave')} under={!compact} state="leave" onClick={leave} />;
  return (
    <Menu
      label={t('bar.leave')} icon="door" under={!compact} state="leave"
      groups={[{ id: 'leave', entries: [
        { id: 'leave', icon: 'door', label: t('leave.alone'), detail: t('leave.aloneText'), onAction: leave },
        { id: 'end', icon: 'stop', label: t('leave.all'), detail: t('leave.allText'), danger: true, onAction: () => room.dialog.set('end') },
      ] }]}
    />
  );
}
