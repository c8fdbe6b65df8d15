import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../ui/Chip.tsx';
import type { Tone } from '../../ui/Chip.tsx';
import type { IconName } from '../../ui/icons.tsx';
import type { EntryState } from './list.ts';

const looks: Readonly<Record<EntryState, { readonly tone: Tone; readonly icon: IconName }>> = {
  uploading: { tone: 'neutral', icon: 'upload' },
  review: { tone: 'warn', icon: 'clock' },
  released: { tone: 'ok', icon: 'check' },
  masked: { tone: 'ok', icon: 'mask' },
  withheld: { tone: 'stop', icon: 'lock' },
  discarded: { tone: 'neutral', icon: 'close' },
};

/** Where an item is on its way to the observers. */
export function StateChip({ state }: { readonly state: EntryState }): ReactNode {
  const { t } = useTranslation('evidence');
  return <Chip {...looks[state]}>{t(`state.${state}`)}</Chip>;
}
