import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../../protocol/live/participants.ts';
import { Chip } from '../../../ui/Chip.tsx';

/** How far somebody has come. */
export function PresenceChip({ participant, ended }: { readonly participant: Participant; readonly ended: boolean }): ReactNode {
  const { t } = useTranslation('pages');
  const { presence, lobby, joinedAt } = participant;
  if (ended) return joinedAt === undefined ? <Chip>{t('presence.absent')}</Chip> : <Chip icon="check">{t('presence.came')}</Chip>;
  if (presence === 'banned') return <Chip tone="stop">{t('presence.banned')}</Chip>;
  if (lobby === 'waiting') return <Chip tone="warn" icon="door">{t('presence.waiting')}</Chip>;
  if (lobby === 'declined') return <Chip tone="stop">{t('presence.declined')}</Chip>;
  if (presence === 'in') return <Chip tone="ok">{t('presence.in')}</Chip>;
  if (presence === 'removed') return <Chip tone="stop">{t('presence.removed')}</Chip>;
  return <Chip>{presence === 'left' ? t('presence.left') : t('presence.expected')}</Chip>;
}
