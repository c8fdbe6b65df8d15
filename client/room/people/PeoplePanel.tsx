import { useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '../../../protocol/live/audience.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useLiveSnapshot, useMay, useMe, useSession } from '../../live/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useCommand } from '../live/useCommand.ts';
import { useRoomName } from '../rooms/useRoomName.ts';
import { isSilent, peopleBoard } from './board.ts';
import { PersonRow } from './PersonRow.tsx';
import { seatedGroups } from './seats.ts';
import { Waiting } from './Waiting.tsx';
import css from './People.module.css';

/** Nobody looks for a name among a handful. */
const SEARCH_FROM = 10;

/** Who waits, whose hand is up, who is where, who is not here. */
export default function PeoplePanel(): ReactNode {
  const { t } = useTranslation('room');
  const roomName = useRoomName();
  const [query, setQuery] = useState('');
  const state = useLiveSnapshot((snapshot) => snapshot.state, samePeople);
  const mayMute = useMay('participant.mute');
  const mayRemove = useMay('participant.remove');
  const mine = useMe().room;
  const mayAssign = useMay('participant.assign');
  const sending = useSending();
  const run = useCommand();
  if (!state) return null;
  const board = peopleBoard(state, query);
  const many = Object.keys(state.participants).length >= SEARCH_FROM;
  const split = board.rooms.length > 1;
  return (
    <div className={css['panel']}>
      {many && (
        <label className={css['search']}>
          <Icon name="search" size={18} />
          <input type="search" value={query} aria-label={t('people.search')} placeholder={t('people.search')} onChange={(event) => setQuery(event.currentTarget.value)} />
        </label>
      )}
      <div className={css['list']}>
        <Waiting waiting={board.waiting} />
        <Hands hands={board.hands} />
        <OnFloor people={board.onFloor} />
        {board.rooms.toSorted((a, b) => Number(b.room.id === mine) - Number(a.room.id === mine)).map(({ room, people }) => (
          seatedGroups(state, people).map((group) => (
            <Section key={`${room.id} ${group.id}`} title={[split ? roomName(room) : '', group.name ?? (split ? '' : t('people.here'))].filter((part) => part !== '').join(' · ')} count={group.people.length}>
              {group.people.map((person) => <Row key={person.id} person={person} sending={sending} />)}
            </Section>
          ))
        ))}
        <Folded title={t('people.away')} people={board.away} menu={mayAssign || mayRemove} />
        {mayRemove && (
          <Folded title={t('people.refused')} people={board.refused} menu={mayAssign}>
            {(person) => <Button look="line" className={css['small']} onClick={() => void run('participant.unban', { participant: person.id })}>{t('people.letIn')}</Button>}
          </Folded>
        )}
        {query !== '' && board.rooms.length + board.away.length + board.waiting.length === 0 && <p className={css['none']}>{t('people.none', { query })}</p>}
      </div>
      {mayMute && (
        <div className={css['foot']}>
          <Button look="line" icon="microphoneOff" wide onClick={() => void run('media.muteAll', { except: [] })}>{t('people.muteAll')}</Button>
        </div>
      )}
    </div>
  );
}

/** Nothing here follows from pages, marks or messages. */
function samePeople(a: SessionState | undefined, b: SessionState | undefined): boolean {
  return a?.participants === b?.participants && a?.hands === b?.hands && a?.rooms === b?.rooms;
}

function Section({ title, count, children, action }: { readonly title: string; readonly count: number; readonly children: ReactNode; readonly action?: ReactNode }): ReactNode {
  return (
    <section className={css['section']}>
      <div className={css['head']}><h3>{title}</h3><span className={css['count']}>{count}</span>{action}</div>
      <ul>{children}</ul>
    </section>
  );
}

function Hands({ hands }: { readonly hands: readonly Participant[] }): ReactNode {
  const { t } = useTranslation('room');
  const run = useCommand();
  const mayManage = useMay('hand.manage');
  if (hands.length === 0) return null;
  return (
    <Section
      title={t('people.hands')} count={hands.length}
      action={mayManage && <Button look="quiet" className={css['small']} onClick={() => void run('hand.clear', {})}>{t('people.lowerAll')}</Button>}
    >
      {hands.map((person, index) => (
        <li key={person.id} className={css['row']}>
          <span className={css['place']}><Icon name="hand" size={16} />{index + 1}</span>
          <span className={css['who']}><span className={css['name']}>{person.name}</span><span className={css['from']}>{person.administrationName}</span></span>
          {mayManage && <GiveFloor person={person} />}
          {mayManage && <IconButton icon="check" label={t('person.lowerHand', { name: person.name })} onClick={() => void run('hand.lower', { participant: person.id })} />}
        </li>
      ))}
    </Section>
  );
}

function GiveFloor({ person }: { readonly person: Participant }): ReactNode {
  const { t } = useTranslation('room');
  const run = useCommand();
  const silent = useSession(useCallback((state: SessionState) => isSilent(state, person), [person]));
  return silent ? (
    <Button look="line" className={css['small']} aria-label={t('person.giveFloor', { name: person.name })} onClick={() => void run('floor.give', { participant: person.id, given: true })}>
      {t('people.giveFloor')}
    </Button>
  ) : null;
}

/** Who may speak although their role is silent. */
function OnFloor({ people }: { readonly people: readonly Participant[] }): ReactNode {
  const { t } = useTranslation('room');
  const run = useCommand();
  const mayManage = useMay('hand.manage');
  if (people.length === 0) return null;
  return (
    <Section title={t('people.onFloor')} count={people.length}>
      {people.map((person) => (
        <li key={person.id} className={css['row']}>
          <span className={cx(css['place'], css['floor'])}><Icon name="microphone" size={16} /></span>
          <span className={css['who']}><span className={css['name']}>{person.name}</span><span className={css['from']}>{person.administrationName}</span></span>
          {mayManage && (
            <Button look="line" className={css['small']} aria-label={t('person.takeFloor', { name: person.name })} onClick={() => void run('floor.give', { participant: person.id, given: false })}>
              {t('people.takeFloor')}
            </Button>
          )}
        </li>
      ))}
    </Section>
  );
}

function Row({ person, sending }: { readonly person: Participant; readonly sending: ReadonlyMap<string, Sending> }): ReactNode {
  const heard = useSession(useCallback((state: SessionState) => holds(state, person, 'media.microphone'), [person]));
  const sends = sending.get(person.id);
  return <PersonRow person={person} menu microphone={heard ? (sends?.microphone ? 'on' : 'off') : undefined} shares={sends?.shares ?? false} />;
}

interface Sending {
  readonly microphone: boolean;
  readonly shares: boolean;
}

/** What each one sends, found once for all rows. */
function useSending(): ReadonlyMap<string, Sending> {
  const publications = useSession((state) => state.publications);
  return useMemo(() => {
    const all = new Map<string, Sending>();
    for (const { participant, source, paused, room } of Object.values(publications)) {
      if (paused || room !== undefined) continue;
      const before = all.get(participant) ?? { microphone: false, shares: false };
      all.set(participant, { microphone: before.microphone || source === 'microphone', shares: before.shares || source === 'screen' || source === 'document' });
    }
    return all;
  }, [publications]);
}

interface FoldedProps {
  readonly title: string;
  readonly people: readonly Participant[];
  readonly menu: boolean;
  readonly children?: (person: Participant) => ReactNode;
}

function Folded({ title, people, menu, children }: FoldedProps): ReactNode {
  if (people.length === 0) return null;
  return (
    <details className={css['section']}>
      <summary className={css['head']}><Icon name="next" size={16} className={css['fold']} /><h3>{title}</h3><span className={css['count']}>{people.length}</span></summary>
      <ul>{people.map((person) => <PersonRow key={person.id} person={person} menu={menu}>{children?.(person)}</PersonRow>)}</ul>
    </details>
  );
}
