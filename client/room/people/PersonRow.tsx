import { memo, useCallback } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useLive, useSession } from '../../live/context.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icons.tsx';
import type { IconName } from '../../ui/icons.tsx';
import { useCellPart } from '../live/cell.ts';
import { useRoom } from '../live/context.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import css from './People.module.css';

interface Props {
  readonly person: Participant;
  /** Absent: nobody can hear them by their role. */
  readonly microphone?: 'on' | 'off' | undefined;
  readonly shares?: boolean;
  /** There is something that one may do to them. */
  readonly menu: boolean;
  readonly children?: ReactNode;
}

/** Somebody in the list: who, from where, in what role, and what is on. Drawn again only when that changes: there may be hundreds. */
export const PersonRow = memo(({ person, microphone, shares = false, menu, children }: Props): ReactNode => {
  const { t } = useTranslation(['room', 'kinds']);
  const you = person.id === useLive().you;
  return (
    <li className={cx(css['row'], !person.connected && person.presence === 'in' && css['lost'])}>
      <Avatar name={person.name} size={36} />
      <div className={css['who']}>
        <span className={css['name']}>{person.name}{you && <span className={css['you']}> ({t('you')})</span>}</span>
        <span className={css['from']}>{t(`kinds:role.${person.role}`)} · {person.administrationName}</span>
      </div>
      {person.presence === 'in' && <States person={person} microphone={microphone} shares={shares} />}
      {children}
      {menu && <PersonMenu person={person} />}
    </li>
  );
});
PersonRow.displayName = 'PersonRow';

function States({ person, microphone, shares }: Pick<Props, 'person' | 'microphone'> & { readonly shares: boolean }): ReactNode {
  const { t } = useTranslation('room');
  const room = useRoom();
  const { id } = person;
  const presents = useSession(useCallback((state: SessionState) => state.stages[person.room]?.presenter === id, [id, person.room]));
  const speaks = useCellPart(room.speaking.now, useCallback((speaking: ReadonlySet<string>) => speaking.has(id), [id]));
  if (!person.connected) return <State icon="lineOff" label={t('tile.lost')} />;
  return (
    <>
      {presents && <State icon="slides" label={t('presents')} />}
      {shares && <State icon="screen" label={t('shares')} />}
      {microphone === 'on' && <State icon="microphone" label={t('tile.microphoneOn')} look={speaks ? 'speaks' : undefined} />}
      {microphone === 'off' && <State icon="microphoneOff" label={t('tile.muted')} look="quiet" />}
    </>
  );
}

function State({ icon, label, look }: { readonly icon: IconName; readonly label: string; readonly look?: 'speaks' | 'quiet' | undefined }): ReactNode {
  return <span className={cx(css['state'], look && css[look])} role="img" aria-label={label} title={label}><Icon name={icon} size={18} /></span>;
}
