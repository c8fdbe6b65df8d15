import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentState } from '../../../protocol/observation/consents.ts';
import { Button } from '../../ui/Button.tsx';
import type { ButtonLook } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import type { Tone } from '../../ui/Chip.tsx';
import { nextStates } from './captureState.ts';
import css from './consent.module.css';

const tones = { given: 'ok', refused: 'stop', withdrawn: 'stop' } as const satisfies Record<ConsentState, Tone>;
const looks = { given: 'line', refused: 'line', withdrawn: 'stopLine' } as const satisfies Record<ConsentState, ButtonLook>;

/** How a consent stands, in a word. */
export function ConsentChip({ state }: { readonly state: ConsentState | undefined }): ReactNode {
  const { t } = useTranslation('visit');
  return state === undefined ? <Chip icon="clock">{t('consent.open')}</Chip> : <Chip tone={tones[state]}>{t(`consent.state.${state}`)}</Chip>;
}

interface Props {
  /** Whose consent, or that for which zone: names the buttons for those who do not see where they stand. */
  readonly of: string;
  readonly state: ConsentState | undefined;
  readonly onChoose: (state: ConsentState) => void;
}

/** What a consent can become. It works at once and asks nothing: a withdrawal does not wait. */
export function ConsentButtons({ of, state, onChoose }: Props): ReactNode {
  const { t } = useTranslation('visit');
  return (
    <div className={css['buttons']}>
      {nextStates(state).map((next) => (
        <Button key={next} look={looks[next]} aria-label={t(`consent.setFor.${next}`, { of })} onClick={() => onChoose(next)}>{t(`consent.set.${next}`)}</Button>
      ))}
    </div>
  );
}
