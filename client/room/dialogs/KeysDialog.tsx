import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSpokenRooms } from '../alongside/useAlongside.ts';
import { useMedia } from '../live/useMedia.ts';
import { Modal } from '../parts/Modal.tsx';
import { shortcuts } from '../shortcuts.ts';
import type { Shortcut } from '../shortcuts.ts';
import css from './Dialogs.module.css';

/** The keys of the room; all of it can be reached with Tab too. */
export default function KeysDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('room');
  const speaksBeside = useSpokenRooms().length > 0;
  const interprets = useMedia((snapshot) => snapshot.voice) !== undefined;
  const applies: Partial<Record<Shortcut, boolean>> = { alongside: speaksBeside, turn: interprets, cough: interprets };
  return (
    <Modal title={t('keys.title')} onClose={onClose}>
      <dl className={css['keys']}>
        {(Object.keys(shortcuts) as Shortcut[]).filter((name) => applies[name] ?? true).map((name) => (
          <div key={name}><dt>{t(`keys.${name}`)}</dt><dd><kbd>{shortcuts[name].toUpperCase()}</kbd></dd></div>
        ))}
      </dl>
      <p className={css['note']}>{t('keys.note')}</p>
    </Modal>
  );
}
