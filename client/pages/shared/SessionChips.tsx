import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KindName } from '../../../protocol/kinds.ts';
import type { SessionInfo } from '../../../protocol/live/session.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { Chip } from '../../ui/Chip.tsx';
import { fromNow } from '../../ui/timeFormats.ts';
import { useNow } from '../../ui/Times.tsx';

const soonMs = 24 * 3_600_000;

export function KindChip({ kind }: { readonly kind: KindName }): ReactNode {
  const { t } = useTranslation('kinds');
  return <Chip tone="accent">{t(`kind.${kind}`)}</Chip>;
}

/** Where a session stands: when it begins, or what is going on in it. */
export function PhaseChip({ info }: { readonly info: SessionInfo }): ReactNode {
  const { t } = useTranslation(['pages', 'kinds']);
  const locale = useLocale();
  const now = useNow(30_000);
  if (info.phase === 'live') return <Chip tone="ok" icon="line">{t('kinds:phase.live')}</Chip>;
  if (info.phase === 'open') return <Chip tone="ok" icon="door">{t('kinds:phase.open')}</Chip>;
  if (info.phase === 'ended') return <Chip icon="check">{info.startedAt === undefined ? t('phase.cancelled') : t('kinds:phase.ended')}</Chip>;
  if (info.startsAt <= now) return <Chip tone="warn" icon="clock">{t('phase.notOpened')}</Chip>;
  return <Chip tone={info.startsAt - now < soonMs ? 'warn' : 'neutral'} icon="clock">{t('phase.starts', { when: fromNow(info.startsAt, now, locale) })}</Chip>;
}
