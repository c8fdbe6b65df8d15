import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { useCell } from '../live/cell.ts';
import { useRoom } from '../live/context.tsx';

const SettingsDialog = lazy(() => import('./SettingsDialog.tsx'));
const DocumentDialog = lazy(() => import('./DocumentDialog.tsx'));
const EndDialog = lazy(() => import('./EndDialog.tsx'));
const KeysDialog = lazy(() => import('./KeysDialog.tsx'));

/** The dialogs of the room, fetched when one is opened. */
export function RoomDialogs(): ReactNode {
  const { dialog } = useRoom();
  const open = useCell(dialog);
  const close = (): void => dialog.set(undefined);
  return (
    <Suspense>
      {open === 'settings' && <SettingsDialog onClose={close} />}
      {open === 'document' && <DocumentDialog onClose={close} />}
      {open === 'end' && <EndDialog onClose={close} />}
      {open === 'keys' && <KeysDialog onClose={close} />}
    </Suspense>
  );
}
