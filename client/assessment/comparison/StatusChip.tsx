import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Status } from '../../../protocol/assessment/case/comparison.ts';
import { Chip } from '../../ui/Chip.tsx';
import type { Tone } from '../../ui/Chip.tsx';
import type { IconName } from '../../ui/icons.tsx';

const looks: Readonly<Record<Status, readonly [Tone, IconName]>> = {
  equivalent: ['ok', 'check'], equivalentInResult: ['ok', 'agree'], partly: ['warn', 'warning'], gap: ['stop', 'stop'], notExamined: ['neutral', 'minus'],
};

/** How two programmes compare in a row: a colour with a word and a shape. */
export function StatusChip({ status }: { readonly status: Status }): ReactNode {
  const { t } = useTranslation('comparison');
  const [tone, icon] = looks[status];
  return <Chip tone={tone} icon={icon}>{t(`status.${status}`)}</Chip>;
}
