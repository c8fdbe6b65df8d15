import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { InterpretationNotices } from '../../interpretation/slots.tsx';
import { useMe } from '../../live/context.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Icon } from '../../ui/icons.tsx';
import type { IconName } from '../../ui/icons.tsx';
import { AsideVoices } from '../alongside/AsideVoices.tsx';
import { useCell } from '../live/cell.ts';
import { useRoom } from '../live/context.tsx';
import { useMedia } from '../live/useMedia.ts';
import { useWaitingCount } from '../people/useWaitingCount.ts';
import { chooseNotice, noticesFor } from './choose.ts';
import type { NoticeKind } from './choose.ts';
import css from './StageNotice.module.css';

const icons: Record<NoticeKind, IconName> = {
  needsGesture: 'speakerOff', mediaFailed: 'lineOff', waiting: 'door', hasFloor: 'microphone', mutedByHost: 'microphoneOff', speakingWhileMuted: 'microphoneOff', silentMicrophone: 'microphone',
  insteadOf: 'microphone', poorLine: 'line',
};
const nothing: ReadonlySet<NoticeKind> = new Set();

/** One quiet sentence over the stage, with what mends it. */
export function StageNotice(): ReactNode {
  const { t } = useTranslation(['room', 'common']);
  const room = useRoom();
  const media = useMedia((snapshot) => snapshot);
  const mutedByHost = useCell(room.mutedByHost);
  const hasFloor = useMe().hasFloor === true;
  const panel = useCell(room.panel);
  const inLobby = useWaitingCount();
  const waiting = panel === 'people' ? 0 : inLobby;
  const [closed, setClosed] = useState(nothing);
  const now = noticesFor({ media, mutedByHost, waiting, hasFloor });
  // What is over may be said again when it comes back.
  if ([...closed].some((one) => !now.includes(one))) setClosed(new Set([...closed].filter((one) => now.includes(one))));
  const kind = chooseNotice({ media, mutedByHost, waiting, hasFloor, closed });
  return (
    <div className={css['place']}>
      <AsideVoices />
      <InterpretationNotices />
      <div role="status" aria-live="polite">
        {kind && (
          <div key={kind} className={css['notice']}>
            <Icon name={icons[kind]} />
            <span className={css['text']}>{t(`notice.${kind}`, { count: waiting })}</span>
            <Remedy kind={kind} />
            {kind !== 'needsGesture' && <IconButton icon="close" label={t('common:close')} className={css['close']} onClick={() => setClosed((before) => new Set([...before, kind]))} />}
          </div>
        )}
      </div>
    </div>
  );
}

function Remedy({ kind }: { readonly kind: NoticeKind }): ReactNode {
  const { t } = useTranslation('room');
  const room = useRoom();
  const remedies: Partial<Record<NoticeKind, () => void>> = {
    needsGesture: () => void room.media.resumeAudio(),
    waiting: () => room.panel.set('people'),
    hasFloor: () => room.toggleMicrophone(),
    mutedByHost: () => room.toggleMicrophone(),
    speakingWhileMuted: () => room.toggleMicrophone(),
    silentMicrophone: () => room.dialog.set('settings'),
    insteadOf: () => room.dialog.set('settings'),
    poorLine: () => room.media.setLowBandwidth(true),
  };
  const remedy = remedies[kind];
  return remedy ? <button type="button" className={css['remedy']} onClick={remedy}>{t(`notice.${kind}Do`)}</button> : null;
}
