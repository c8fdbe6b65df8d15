import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftView } from '../../../protocol/training/views.ts';
import { Chip } from '../../ui/Chip.tsx';

/** How far a text is: as in the files, a draft, in review, published from the browser, or not there. */
export function DraftChip({ state }: { readonly state: DraftView['state'] | 'absent' }): ReactNode {
  const { t } = useTranslation('training');
  const tones = { file: 'neutral', draft: 'warn', review: 'accent', published: 'ok', absent: 'neutral' } as const;
  return <Chip tone={tones[state]} icon={state === 'draft' || state === 'absent' ? 'edit' : undefined}>{t(`draft.${state}`)}</Chip>;
}
