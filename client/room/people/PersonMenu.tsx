import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../protocol/live/participants.ts';
import { useLive, useMay, useMe, useSession } from '../../live/context.tsx';
import type { IconName } from '../../ui/icons.tsx';
import { useCell } from '../live/cell.ts';
import { useRoom } from '../live/context.tsx';
import { useCommand } from '../live/useCommand.ts';
import { Menu } from '../parts/Menu.tsx';
import type { MenuEntry, MenuGroup } from '../parts/Menu.tsx';
import { actionsFor } from './board.ts';
import type { PersonAction } from './board.ts';

const PersonDialog = lazy(() => import('./PersonDialog.tsx'));

const icons: Record<PersonAction, IconName> = {
  write: 'chat', pin: 'pin', pinAll: 'pin', giveFloor: 'microphone', takeFloor: 'microphoneOff', lowerHand: 'hand', handPresenting: 'slides', mute: 'microphoneOff', muteOthers: 'speakerOff',
  stopCamera: 'cameraOff', stopScreen: 'screen', stopDocument: 'documentCamera', move: 'rooms', assign: 'person', handOver: 'key', remove: 'door', ban: 'stop',
};
/** What is asked about before it is done. */
const asks = ['move', 'assign', 'handOver', 'remove', 'ban'] as const satisfies readonly PersonAction[];
export type Asked = (typeof asks)[number];

/** What one may do to a person, behind three dots. */
export function PersonMenu({ person, className }: { readonly person: Participant; readonly className?: string }): ReactNode {
  const { t } = useTranslation('room');
  const [asked, setAsked] = useState<Asked>();
  return (
    <>
      <Menu label={t('person.menu', { name: person.name })} icon="more" className={className} groups={() => useActions(person, setAsked)} />
      {asked && <Suspense><PersonDialog asked={asked} person={person} onClose={() => setAsked(undefined)} /></Suspense>}
    </>
  );
}

function useActions(person: Participant, ask: (action: Asked) => void): readonly MenuGroup[] {
  const { t } = useTranslation('room');
  const room = useRoom();
  const live = useLive();
  const run = useCommand();
  const me = useMe();
  const actions = useSession((state) => actionsFor(state, me, person), sameList);
  const pinned = useSession((state) => state.stages[me.room]?.pinned.includes(person.id) ?? false);
  const mayMute = useMay('participant.mute');
  const pinnedByMe = useCell(room.view).pinned.includes(person.id);
  const { id } = person;

  const perform = (action: PersonAction): void => {
    if (isAsked(action)) return ask(action);
    switch (action) {
      case 'write': return room.writeTo(id);
      case 'pin': return room.togglePin(id);
      case 'pinAll': return togglePinForAll();
      case 'giveFloor': return void run('floor.give', { participant: id, given: true });
      case 'takeFloor': return void run('floor.give', { participant: id, given: false });
      case 'lowerHand': return void run('hand.lower', { participant: id });
      case 'handPresenting': return void run('stage.hand', { to: id });
      case 'mute': return void (mayMute ? run('media.mute', { participant: id, source: 'microphone' }) : run('delegation.mute', { participant: id }));
      case 'muteOthers': return void run('media.muteAll', { except: [id] });
      case 'stopCamera': return void run('media.mute', { participant: id, source: 'camera' });
      case 'stopScreen': return void run('media.mute', { participant: id, source: 'screen' });
      case 'stopDocument': return void run('media.mute', { participant: id, source: 'document' });
      default: return action satisfies never;
    }
  };
  const togglePinForAll = (): void => {
    const stage = live.state()?.stages[me.room];
    const others = (stage?.pinned ?? []).filter((each) => each !== id);
    void run('stage.layout', { layout: stage?.layout ?? 'auto', pinned: pinned ? others : [...others, id].slice(-9) });
  };
  const entry = (action: PersonAction): MenuEntry => ({
    id: action, icon: icons[action], onAction: () => perform(action), danger: action === 'remove' || action === 'ban',
    label: t(`person.${action === 'pin' && pinnedByMe ? 'unpin' : action === 'pinAll' && pinned ? 'unpinAll' : action}`, { name: person.name }),
  });
  const group = (name: string, ...members: PersonAction[]): MenuGroup =>
    ({ id: name, entries: members.filter((action) => actions.includes(action)).map(entry) });
  return [
    group('see', 'write', 'pin', 'pinAll'),
    group('help', 'giveFloor', 'takeFloor', 'lowerHand', 'handPresenting', 'mute', 'muteOthers', 'stopCamera', 'stopScreen', 'stopDocument'),
    group('place', 'move', 'assign', 'handOver'),
    group('out', 'remove', 'ban'),
  ];
}

function isAsked(action: PersonAction): action is Asked {
  return (asks as readonly PersonAction[]).includes(action);
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
