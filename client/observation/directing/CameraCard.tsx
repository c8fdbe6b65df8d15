import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useMay, useSession } from '../../live/context.tsx';
import type { Quality } from '../../media/model.ts';
import { useCommand } from '../../room/live/useCommand.ts';
import { QualityBars } from '../../room/stage/QualityBars.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icons.tsx';
import type { CameraReport } from './reports.ts';
import { useMainPlace, useZoneOf } from './useDirecting.ts';
import { useMainView } from './useMainView.ts';
import css from './directing.module.css';

interface Props {
  readonly camera: Participant;
  readonly report: CameraReport | undefined;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** A field camera: where it is, how its device is, and whether everybody sees it. */
export function CameraCard({ camera, report, chosen, onChoose }: Props): ReactNode {
  const { t } = useTranslation('directing');
  const run = useCommand();
  const zone = useZoneOf(camera.id);
  const place = useMainPlace(camera.id);
  const main = place === 'chosen';
  const view = useMainView();
  const maySteer = useMay('camera.steer');
  const frozen = useSession(useCallback((state: SessionState) => state.observation.cameras.frozen?.camera === camera.id, [camera.id]));
  return (
    <li className={cx(css['card'], chosen && css['chosen'])} data-camera={camera.id}>
      <label className={css['choose']}>
        <input type="radio" name="camera" checked={chosen} onChange={onChoose} />
        <span className={css['who']}>{camera.name}<span className={css['quiet']}>{zone ?? t('camera.noZone')}</span></span>
      </label>
      {!camera.connected && <Chip tone="warn">{t('camera.lost')}</Chip>}
      {report && camera.connected && <Device report={report} />}
      {(place || frozen) && <div className={css['chips']}>{place && <Chip tone="accent" icon={main ? 'pin' : undefined}>{t(main ? 'main.is' : 'main.automatic')}</Chip>}{frozen && <Chip tone="warn" icon="pause">{t('frozen.is')}</Chip>}</div>}
      <div className={css['actions']}>
        {view.maySet
          ? <Button look="line" icon="pin" className={css['small']} onClick={() => view.set(camera.id, !main)}>{t(main ? 'main.end' : 'main.set')}</Button>
          : !main && <Button look="line" icon="pin" className={css['small']} onClick={() => view.ask(camera.id)}>{t('main.ask')}</Button>}
        {maySteer && (
          <Button look="line" icon={frozen ? 'play' : 'pause'} className={css['small']} onClick={() => void (frozen ? run('camera.unfreeze', {}) : run('camera.freeze', { camera: camera.id }))}>
            {t(frozen ? 'frozen.end' : 'frozen.set')}
          </Button>
        )}
      </div>
    </li>
  );
}

const LOW_BATTERY = 0.2;

/** Battery, line, light and what waits on the device; the words are there for who does not see the drawings. */
function Device({ report: { battery, charging, line, upKbps, waiting, torch } }: { readonly report: CameraReport }): ReactNode {
  const { t } = useTranslation('directing');
  return (
    <ul className={css['device']} aria-label={t('camera.device')}>
      <li><QualityBars level={line as Quality} />{upKbps === undefined ? t('camera.line') : t('camera.up', { mbps: (upKbps / 1_000).toFixed(1) })}</li>
      {battery !== undefined && (
        <li className={cx(battery <= LOW_BATTERY && !charging && css['low'])}>
          <Icon name="battery" size={16} />{t(charging ? 'camera.charging' : 'camera.battery', { percent: Math.round(battery * 100) })}
        </li>
      )}
      {torch !== 'none' && <li><Icon name="torch" size={16} />{t(torch === 'on' ? 'camera.torchOn' : 'camera.torchOff')}</li>}
      {waiting > 0 && <li><Icon name="upload" size={16} />{t('camera.waiting', { count: waiting })}</li>}
    </ul>
  );
}
