import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '../../live/context.tsx';
import { useSpokenRooms } from '../alongside/useAlongside.ts';
import { useRoom } from '../live/context.tsx';
import { useCommand } from '../live/useCommand.ts';
import { isOn, useLocal, useMedia } from '../live/useMedia.ts';
import { Menu } from '../parts/Menu.tsx';
import type { MenuEntry, MenuGroup } from '../parts/Menu.tsx';
import { usePanels } from '../panels.ts';
import { useWaitingCount } from '../people/useWaitingCount.ts';
import { useLayoutGroups } from './LayoutMenu.tsx';
import { useShareGroups } from './ShareMenu.tsx';
import { SignalRow } from './SignalsMenu.tsx';
import { fullScreenOffered, toggleFullScreen, useFullScreen } from './fullScreen.ts';

/** What is needed now and then. On a phone also everything that has no place in the bar. */
export function MoreMenu({ compact = false }: { readonly compact?: boolean }): ReactNode {
  const { t } = useTranslation('room');
  const phoneGroups = usePhoneGroups();
  const groups = [...(compact ? phoneGroups : []), useOwnGroup(), useHostGroup()];
  const waiting = useWaitingCount();
  return <Menu label={t('bar.more')} icon="more" under badge={compact ? waiting : 0} groups={groups} Head={compact ? SignalRow : undefined} />;
}

function useOwnGroup(): MenuGroup {
  const { t } = useTranslation('room');
  const room = useRoom();
  const low = useMedia((snapshot) => snapshot.lowBandwidth);
  const audioOnly = useMedia((snapshot) => snapshot.audioOnly);
  const cameras = useMedia((snapshot) => snapshot.devices.camera).available.length;
  const full = useFullScreen();
  const entries: (MenuEntry | false)[] = [
    { id: 'settings', icon: 'settings', label: t('more.settings'), onAction: () => room.dialog.set('settings') },
    cameras > 1 && { id: 'switch', icon: 'refresh', label: t('more.switchCamera'), onAction: () => room.nextCamera() },
    { id: 'low', icon: 'line', label: t('more.lowBandwidth'), detail: t('more.lowBandwidthText'), chosen: low, onAction: () => room.media.setLowBandwidth(!low) },
    { id: 'audio', icon: 'speaker', label: t('more.audioOnly'), detail: t('more.audioOnlyText'), chosen: audioOnly, onAction: () => room.media.setAudioOnly(!audioOnly) },
    fullScreenOffered() && { id: 'full', icon: 'fullScreen', label: t('more.fullScreen'), chosen: full, onAction: toggleFullScreen },
    { id: 'keys', icon: 'info', label: t('more.keys'), onAction: () => room.dialog.set('keys') },
  ];
  return { id: 'own', entries: entries.filter((entry) => entry !== false) };
}

function useHostGroup(): MenuGroup {
  const { t } = useTranslation('room');
  const run = useCommand();
  const room = useRoom();
  const locked = useSession((state) => state.session.locked);
  const mayLock = useMay('lobby.manage');
  const mayMute = useMay('participant.mute');
  const mayEnd = useMay('session.manage');
  const entries: (MenuEntry | false)[] = [
    mayMute && { id: 'mute', icon: 'microphoneOff', label: t('people.muteAll'), onAction: () => void run('media.muteAll', { except: [] }) },
    mayLock && { id: 'lock', icon: locked ? 'unlock' : 'lock', label: t(locked ? 'more.unlock' : 'more.lock'), detail: t(locked ? 'more.unlockText' : 'more.lockText'), onAction: () => void run('session.lock', { locked: !locked }) },
    mayEnd && { id: 'end', icon: 'stop', label: t('leave.all'), danger: true, onAction: () => room.dialog.set('end') },
  ];
  return { id: 'host', entries: entries.filter((entry) => entry !== false) };
}

/** What a wide screen has in its bar and its panel. */
function usePhoneGroups(): readonly MenuGroup[] {
  const { t } = useTranslation('room');
  const room = useRoom();
  const panels = usePanels();
  const share = useShareGroups();
  const layout = useLayoutGroups();
  const camera = isOn(useLocal('camera'));
  // It has its place in the bar unless one speaks to a room beside the floor.
  const cameraHere = [useSpokenRooms().length > 0, useMay('media.camera')].every(Boolean);
  return [
    { id: 'camera', entries: cameraHere ? [{ id: 'camera', icon: camera ? 'camera' : 'cameraOff', label: t('bar.camera'), chosen: camera, onAction: () => room.toggleCamera() }] : [] },
    { id: 'panels', entries: panels.map((panel) => ({ id: panel.id, icon: panel.icon, label: panel.count > 0 ? `${t(panel.label)} (${panel.count})` : t(panel.label), onAction: () => room.panel.set(panel.id) })) },
    ...share, ...layout,
  ];
}
