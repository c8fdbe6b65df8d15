import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { captureBar } from '../../../protocol/observation/consents.ts';
import type { LocalSource } from '../../media/model.ts';
import { useRoom } from '../../room/live/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icons.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { useCaptures } from '../capture/useCaptures.ts';
import { RoomVisit, useVisit } from '../source.tsx';
import { CameraFoot } from './CameraFoot.tsx';
import { CameraHead } from './CameraHead.tsx';
import { CapturesSheet } from './CapturesSheet.tsx';
import { LiveView } from './LiveView.tsx';
import { RehearseDialog } from './RehearseDialog.tsx';
import { Requests } from './Requests.tsx';
import { useTrackTools } from './trackTools.ts';
import { useBattery } from './useBattery.ts';
import { useFieldCamera } from './useFieldCamera.ts';
import { usePlace } from './usePlace.ts';
import { useStill } from './useStill.ts';
import { useTelling } from './useTelling.ts';
import { useWakeLock } from './useWakeLock.ts';
import { ZoneSheet } from './ZoneSheet.tsx';
import css from './Camera.module.css';

interface Props {
  readonly alone: boolean;
  readonly children: ReactNode;
}

/** The view of a field camera: what it sees, and around it what one hand needs. */
export function CameraStage(props: Props): ReactNode {
  return <RoomVisit><Camera {...props} /></RoomVisit>;
}

function Camera({ alone, children }: Props): ReactNode {
  const { t } = useTranslation('camera');
  const { me, observation: { plan, consents, cameras } } = useVisit();
  const [sheet, setSheet] = useState<'zone' | 'captures' | 'rehearse'>();
  const close = (): void => setSheet(undefined);
  const local = useFieldCamera();
  const track = 'track' in local ? local.track : undefined;
  const tools = useTrackTools(track);
  const place = usePlace();
  const battery = useBattery();
  const still = useStill(track, place);
  const { waiting } = useCaptures();
  useWakeLock();
  useTelling({ battery, torch: tools.torch, waiting });
  const here = cameras.places[me.id];
  const zone = here === undefined ? undefined : plan.zones[here];
  const bar = captureBar(plan, consents, here);
  return (
    <>
      <main className={cx(css['stage'], alone && css['alone'])} data-scheme="dark" data-barred={bar} aria-label={t('view')}>
        <div className={css['view']}>{track ? <LiveView track={track} /> : <Dark local={local} />}</div>
        <span key={still.taken} className={cx(still.taken > 0 && css['flash'])} aria-hidden="true" />
        <CameraHead bar={bar} battery={battery} alone={alone} onZone={() => setSheet('zone')} />
        <div className={css['foot']}>
          <Requests onStill={(request) => still.take(request)} />
          <CameraFoot
            bar={bar} ready={track !== undefined} still={still} tools={tools} place={place} alone={alone}
            onCaptures={() => setSheet('captures')} onZone={() => setSheet('zone')} onRehearse={() => setSheet('rehearse')}
          />
        </div>
        <div className={css['notice']}>{children}</div>
      </main>
      {sheet === 'zone' && <ZoneSheet onClose={close} />}
      {sheet === 'captures' && <CapturesSheet onClose={close} />}
      {sheet === 'rehearse' && zone && <RehearseDialog zone={zone} onClose={close} />}
    </>
  );
}

/** There is no picture: why, and what to do about it. */
function Dark({ local }: { readonly local: LocalSource }): ReactNode {
  const { t } = useTranslation('camera');
  const { media } = useRoom();
  if (local.state === 'starting') return <div className={css['dark']} role="status"><Spinner size={32} />{t('starting')}</div>;
  const reason = local.state === 'blocked' ? local.reason : 'off';
  const known = reason === 'denied' || reason === 'system' || reason === 'inUse' || reason === 'none' || reason === 'off' ? reason : 'failed';
  return (
    <div className={css['dark']}>
      <Icon name="cameraOff" size={40} />
      <p>{t(`dark.${known}`)}</p>
      <Button look="primary" icon="camera" onClick={() => void media.set('camera', 'on')}>{t('startFilming')}</Button>
    </div>
  );
}
