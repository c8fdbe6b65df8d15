import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { directions, openRequests } from '../../../protocol/observation/cameras.ts';
import type { Direction, RequestKind } from '../../../protocol/observation/cameras.ts';
import type { CommandInput } from '../../../protocol/table.ts';
import { useSession } from '../../live/context.tsx';
import { useCommand } from '../../room/live/useCommand.ts';
import { Menu } from '../../room/parts/Menu.tsx';
import type { MenuEntry } from '../../room/parts/Menu.tsx';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { IconName } from '../../ui/icons.tsx';
import { useCriterionOptions } from '../useCriterionName.ts';
import css from './directing.module.css';

const plain = ['closer', 'back', 'hold', 'light', 'readLabel'] as const satisfies readonly RequestKind[];
const icons: Record<(typeof plain)[number], IconName> = { closer: 'zoomIn', back: 'zoomOut', hold: 'pause', light: 'torch', readLabel: 'text' };
const arrows: Record<Direction, IconName> = { left: 'previous', right: 'next', up: 'up', down: 'down' };

interface Props {
  readonly camera: ParticipantId;
  /** Over a picture, or in a panel. */
  readonly place: 'stage' | 'panel';
  /** The id of what says why nothing can be asked now. */
  readonly barredBy?: string | undefined;
}

/** What is asked of a camera, one press each. What it has not done yet stays marked. */
export function RequestPad({ camera, place, barredBy }: Props): ReactNode {
  const { t } = useTranslation('directing');
  const run = useCommand();
  const zones = useSession((state) => state.observation.plan.zones);
  const here = useSession(useCallback((state: SessionState) => state.observation.cameras.places[camera], [camera]));
  const open = useSession(useCallback((state: SessionState) => openRequests(state.observation.cameras, camera).map((one) => one.kind).join(' '), [camera])).split(' ');
  const criteria = useCriterionOptions();
  const ask = (kind: RequestKind, more: Omit<CommandInput<'camera.request'>, 'camera' | 'kind'> = {}): void => void run('camera.request', { camera, kind, ...more });
  const state = (kind: RequestKind) => (open.includes(kind) ? { state: 'on' as const } : {});
  const zoneEntries = Object.values(zones).map((zone): MenuEntry => ({
    id: zone.id, label: zone.name, chosen: zone.id === here, onAction: () => ask('goTo', { zone: zone.id }), ...(zone.noRecord ? { detail: t('request.noRecord') } : {}),
  }));
  return (
    <fieldset disabled={barredBy !== undefined} aria-label={t('request.label')} aria-describedby={barredBy} className={cx(css['pad'], css[place])} data-requests={camera}>
      <Menu
        label={t('ask.goTo')} icon="place" under {...state('goTo')}
        groups={[{ id: 'zones', label: t('request.whichZone'), one: true, entries: zoneEntries.length > 0 ? zoneEntries : [{ id: 'none', label: t('request.noZones'), disabled: true, onAction: () => undefined }] }]}
      />
      <Menu
        label={t('ask.pan')} icon="arrow" under {...state('pan')}
        groups={[{ id: 'directions', label: t('request.whichWay'), entries: directions.map((direction) => ({ id: direction, icon: arrows[direction], label: t(`request.pan.${direction}`), onAction: () => ask('pan', { direction }) })) }]}
      />
      {plain.map((kind) => <IconButton key={kind} icon={icons[kind]} label={t(`ask.${kind}`)} under {...state(kind)} onClick={() => ask(kind)} />)}
      <Menu
        label={t('ask.still')} icon="still" under {...state('still')}
        groups={[
          { id: 'plain', entries: [{ id: 'still', icon: 'still', label: t('request.stillPlain'), onAction: () => ask('still') }] },
          { id: 'criteria', label: t('request.forCriterion'), entries: criteria.map(({ value, label }) => ({ id: value, label, onAction: () => ask('still', { criterion: value }) })) },
        ]}
      />
    </fieldset>
  );
}
