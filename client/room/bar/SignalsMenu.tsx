import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { reactions } from '../../../protocol/live/reactions.ts';
import { useMay } from '../../live/context.tsx';
import { useRoom } from '../live/context.tsx';
import { Menu } from '../parts/Menu.tsx';
import type { MenuGroup } from '../parts/Menu.tsx';
import { reactionIcons } from '../stage/reactions.ts';

/** Quick signals: said without a word, gone after a moment. */
export function useSignalGroups(): readonly MenuGroup[] {
  const { t } = useTranslation('room');
  const room = useRoom();
  const may = useMay('reaction.send');
  if (!may) return [];
  return [{
    id: 'signals', label: t('bar.signals'),
    entries: reactions.map((reaction) => ({ id: reaction, icon: reactionIcons[reaction], label: t(`reaction.${reaction}`), onAction: () => room.react(reaction) })),
  }];
}

export function SignalsMenu(): ReactNode {
  const { t } = useTranslation('room');
  const groups = useSignalGroups();
  return groups.length === 0 ? null : <Menu label={t('bar.signals')} icon="agree" under groups={groups} />;
}
