import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { reactions } from '../../../protocol/live/reactions.ts';
import { useMay } from '../../live/context.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useRoom } from '../live/context.tsx';
import { Menu } from '../parts/Menu.tsx';
import type { MenuGroup } from '../parts/Menu.tsx';
import { reactionIcons } from '../stage/reactions.ts';
import css from './SignalsMenu.module.css';

/** Quick signals: said without a word, gone after a moment. */
function useSignalGroups(): readonly MenuGroup[] {
  const { t } = useTranslation('room');
  const room = useRoom();
  const may = useMay('reaction.send');
  if (!may) return [];
  return [{
    id: 'signals', label: t('bar.signals'),
    entries: reactions.map((reaction) => ({ id: reaction, icon: reactionIcons[reaction], label: t(`reaction.${reaction}`), onAction: () => room.react(reaction) })),
  }];
}

/** The same as a row, where a list would be long. */
export function SignalRow({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation('room');
  const [group] = useSignalGroups();
  if (!group) return null;
  return (
    <div role="group" aria-label={t('bar.signals')} className={css['row']}>
      {group.entries.map((entry) => (
        <button
          key={entry.id} type="button" className={css['signal']}
          onClick={() => {
            onDone();
            entry.onAction();
          }}
        >
          {entry.icon && <Icon name={entry.icon} size={24} />}
          <span>{entry.label}</span>
        </button>
      ))}
    </div>
  );
}

export function SignalsMenu(): ReactNode {
  const { t } = useTranslation('room');
  const groups = useSignalGroups();
  return groups.length === 0 ? null : <Menu label={t('bar.signals')} icon="agree" under groups={groups} />;
}
