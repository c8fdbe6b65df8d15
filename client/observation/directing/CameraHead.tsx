import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { Freeze } from '../../../protocol/observation/cameras.ts';
import { useSession } from '../../live/context.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icons.tsx';
import { useStamp } from '../useStamp.ts';
import { useCameraReports } from './reports.ts';
import { useTurn, useZoneOf } from './useDirecting.ts';
import css from './directing.module.css';

/** At the head of a camera's picture: where it is, how long it lasts, who directs it, and that it stands still. */
export function CameraHead({ camera, frozen }: { readonly camera: ParticipantId; readonly frozen: Freeze | undefined }): ReactNode {
  const { t } = useTranslation('directing');
  const stamp = useStamp();
  const zone = useZoneOf(camera);
  const battery = useCameraReports().get(camera)?.battery;
  const { mine, holder } = useTurn();
  const names = useSession((state) => state.participants);
  const where = [zone, battery === undefined ? undefined : t('camera.battery', { percent: Math.round(battery * 100) })].filter((part) => part !== undefined);
  return (
    <div className={css['headRow']}>
      {where.length > 0 && <span className={css['tag']}><Icon name="place" size={16} />{where.join(' · ')}</span>}
      <span className={css['space']} />
      {frozen && <span className={cx(css['tag'], css['strong'])}><Icon name="pause" size={16} />{t('frozen.since', { time: stamp(frozen.at).own, name: names[frozen.by]?.name ?? '' })}</span>}
      {holder && <span className={cx(css['tag'], mine && css['strong'])}><Icon name="turn" size={16} />{mine ? t('turn.mine') : t('turn.of', { name: holder.name })}</span>}
    </div>
  );
}
