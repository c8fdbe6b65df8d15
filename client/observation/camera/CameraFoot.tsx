import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureBar } from '../../../protocol/observation/consents.ts';
import { Elapsed } from '../../room/bar/Elapsed.tsx';
import { useRoom } from '../../room/live/context.tsx';
import { isOn, useLocal } from '../../room/live/useMedia.ts';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icons.tsx';
import type { IconName } from '../../ui/icons.tsx';
import { useVisit } from '../source.tsx';
import { CameraMenu } from './CameraMenu.tsx';
import { CapturesButton } from './CapturesButton.tsx';
import type { TrackTools } from './trackTools.ts';
import type { OwnPlace } from './usePlace.ts';
import type { Still } from './useStill.ts';
import { stateOf } from './zoneState.ts';
import css from './Camera.module.css';

interface Props {
  readonly bar: CaptureBar | undefined;
  readonly ready: boolean;
  readonly still: Still;
  readonly tools: TrackTools;
  readonly place: OwnPlace;
  /** The view has the screen to itself: the way to panels and out is here. */
  readonly alone: boolean;
  readonly onCaptures: () => void;
  readonly onZone: () => void;
  readonly onRehearse: () => void;
}

/** What one thumb needs: voice, light, shutter, zoom and the rest; below it what has become of the captures. */
export function CameraFoot({ bar, ready, still, tools, place, alone, onCaptures, onZone, onRehearse }: Props): ReactNode {
  const { t } = useTranslation(['camera', 'room']);
  const { session } = useVisit();
  const room = useRoom();
  const speaks = isOn(useLocal('microphone'));
  const state = stateOf(bar);
  const { torch } = tools;
  return (
    <>
      {bar && (
        <p className={css['barred']} data-tone={state.tone}>
          <Icon name={state.icon} size={22} />
          <span>{t(`barred.${state.word}`)}</span>
          {bar === 'capture.zoneUnknown' && <button type="button" onClick={onZone}>{t('zone.choose')}</button>}
        </p>
      )}
      <div className={css['bar']} role="toolbar" aria-label={t('room:bar.label')}>
        <Round icon={speaks ? 'microphone' : 'microphoneOff'} label={t(speaks ? 'room:bar.microphone' : 'room:bar.muted')} off={!speaks} pressed={speaks} onClick={() => room.toggleMicrophone()} />
        {torch === undefined ? <i /> : <Round icon="torch" label={t(torch ? 'torch.on' : 'torch.off')} on={torch} onClick={() => tools.setTorch(!torch)} />}
        <button
          type="button" className={css['shutter']} data-barred={bar ? state.tone : undefined} aria-label={t('still.take')} aria-disabled={bar !== undefined || !ready || undefined}
          aria-busy={still.busy || undefined} onClick={() => void still.take()}
        >
          {bar && <Icon name={state.tone === 'stop' ? 'stop' : 'lock'} size={34} />}
        </button>
        {tools.zooms.length < 2 ? <i /> : (
          <button type="button" className={css['round']} aria-label={t('zoom', { times: tools.zoom })} onClick={tools.nextZoom}><b>{tools.zoom}×</b></button>
        )}
        <CameraMenu alone={alone} place={place} onRehearse={onRehearse} />
      </div>
      <div className={css['below']}>
        <CapturesButton onOpen={onCaptures} />
        {alone && <span className={css['clock']}><Elapsed session={session} /></span>}
      </div>
    </>
  );
}

interface RoundProps {
  readonly icon: IconName;
  readonly label: string;
  readonly on?: boolean;
  readonly off?: boolean;
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

function Round({ icon, label, on = false, off = false, pressed = on, onClick }: RoundProps): ReactNode {
  return (
    <button type="button" className={cx(css['round'], on && css['on'], off && css['off'])} aria-label={label} title={label} aria-pressed={pressed} onClick={onClick}>
      <Icon name={icon} size={24} />
    </button>
  );
}
