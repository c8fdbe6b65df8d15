import { useCallback } from 'react';
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

/** Somebody in the list: who, from where, in what role, and what is on. */
export function PersonRow({ person, children }: { readonly person: Participant; readonly children?: ReactNode }): ReactNode {
  const { t } = useTranslation(['room', 'kinds']);
  const live = useLive();
  const you = person.id === live.you;
  return (
    <li className={cx(css['row'], !person.connected && person.presence === 'in' && css['lost'])}>
      <Avatar name={person.name} size={36} />
      <div className={css['who']}>
        <span className={css['name']}>{person.name}{you && <span className={css['you']}> ({t('you')})</span>}</span>
        <span className={css['from']}>{t(`kinds:role.${person.role}`)} · {person.administrationName}</span>
      </div>
      {person.presence === 'in' && <States person={person} />}
      {children}
      <PersonMenu person={person} />
    </li>
  );
}

function States({ person }: { readonly person: Participant }): ReactNode {
  const { t } = useTranslation('room');
  const room = useRoom();
  const { id } = person;
  const microphone = useSession(useCallback((state: SessionState) => sends(state, id, 'microphone'), [id]));
  const screen = useSession(useCallback((state: SessionState) => sends(state, id, 'screen') || sends(state, id, 'document'), [id]));
  const presents = useSession(useCallback((state: SessionState) => state.stages[person.room]?.presenter === id, [id, person.room]));
  const speaks = useCellPart(room.speaking.now, useCallback((speaking: ReadonlySet<string>) => speaking.has(id), [id]));
  if (!person.connected) return <State icon="lineOff" label={t('tile.lost')} />;
  return (
    <>
      {presents && <State icon="slides" label={t('presents')} />}
      {screen && <State icon="screen" label={t('shares')} />}
      <State icon={microphone ? 'microphone' : 'microphoneOff'} label={t(microphone ? 'tile.microphoneOn' : 'tile.muted')} on={microphone && speaks} quiet={!microphone} />
    </>
  );
}

function State({ icon, label, on = false, quiet = false }: { readonly icon: IconName; readonly label: string; readonly on?: boolean; readonly quiet?: boolean }): ReactNode {
  return <span className={cx(css['state'], on && css['speaks'], quiet && css['quiet'])} role="img" aria-label={label} title={label}><Icon name={icon} size={18} /></span>;
}

function sends(state: SessionState, participant: string, source: string): boolean {
  return Object.values(state.publications).some((one) => one.participant === participant && one.source === source && !one.paused);
}
