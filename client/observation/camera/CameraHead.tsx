import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureBar } from '../../../protocol/observation/consents.ts';
import { LeaveControl } from '../../room/bar/LeaveControl.tsx';
import { LineChip } from '../../room/bar/LineChip.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useVisit } from '../source.tsx';
import type { Battery } from './useBattery.ts';
import { stateOf } from './zoneState.ts';
import css from './Camera.module.css';

interface Props {
  readonly bar: CaptureBar | undefined;
  readonly battery: Battery | undefined;
  /** The view has the screen to itself: the way out is here, where the room has it. */
  readonly alone: boolean;
  readonly onZone: () => void;
}

/** Where the camera is, what may be captured there, who directs it, and how long the device will last. */
export function CameraHead({ bar, battery, alone, onZone }: Props): ReactNode {
  const { t } = useTranslation('camera');
  const { me, participants, observation: { plan, cameras } } = useVisit();
  const here = cameras.places[me.id];
  const zone = here === undefined ? undefined : plan.zones[here];
  const state = stateOf(bar);
  const turn = cameras.turn === undefined ? undefined : participants[cameras.turn]?.name;
  return (
    <header className={css['head']}>
      <button type="button" className={css['zone']} data-unknown={zone === undefined || undefined} aria-haspopup="dialog" onClick={onZone}>
        <Icon name="place" size={18} /><span>{zone?.name ?? t('zone.choose')}</span>
      </button>
      <span className={css['device']}>
        {alone && <LineChip />}
        {battery && (
          <span className={css['pill']} data-low={(battery.level <= 0.2 && !battery.charging) || undefined}>
            <Icon name="battery" size={18} />{t('battery', { percent: Math.round(battery.level * 100) })}
          </span>
        )}
        {alone && <LeaveControl compact />}
      </span>
      {zone && <span className={css['pill']} role="status" data-tone={state.tone}><Icon name={state.icon} size={16} />{t(`may.${state.word}`)}</span>}
      {cameras.frozen?.camera === me.id && <span className={css['pill']} role="status" data-tone="frozen"><Icon name="pause" size={16} />{t('frozen')}</span>}
      {turn !== undefined && <span className={css['pill']}>{t('turn', { name: turn })}</span>}
    </header>
  );
}
