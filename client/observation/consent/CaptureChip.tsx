import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useMay, useMe, useSession } from '../../live/context.tsx';
import { Chip } from '../../ui/Chip.tsx';
import type { Tone } from '../../ui/Chip.tsx';
import { captureHere } from './captureState.ts';
import type { CaptureState } from './captureState.ts';
import css from './consent.module.css';

const tones = {
  allowed: 'ok', zoneAllowed: 'ok', paused: 'stop', noRecord: 'stop', noConsent: 'warn', personRefused: 'warn',
} as const satisfies Record<CaptureState, Tone>;

/** Whether anything may be captured where the visit is, for everybody to see; a change is read out. */
export function CaptureChip(): ReactNode {
  const { t } = useTranslation('visit');
  const me = useMe();
  const sees = useMay('consent.see');
  const observation = useSession(useCallback((state: SessionState) => state.observation, []));
  const here = captureHere(observation, me, sees);
  const zone = here?.zone === undefined ? undefined : observation.plan.zones[here.zone]?.name;
  return (
    <span role="status" className={css['chip']} title={zone}>
      {here && (
        <StateChip state={here.state}><span className={css['chipWord']}>{t(`capture.${here.state}`)}</span></StateChip>
      )}
    </span>
  );
}

/** Whether anything may be captured in a zone, in words. */
export function ZoneCaptureChip({ state }: { readonly state: CaptureState }): ReactNode {
  const { t } = useTranslation('visit');
  return <StateChip state={state}>{t(`capture.${state}`)}</StateChip>;
}

function StateChip({ state, children }: { readonly state: CaptureState; readonly children: ReactNode }): ReactNode {
  return <Chip tone={tones[state]} {...(state === 'paused' || state === 'noRecord' ? { icon: 'cameraOff' } : {})}>{children}</Chip>;
}
