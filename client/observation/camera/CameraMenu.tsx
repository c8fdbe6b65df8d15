import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../live/context.tsx';
import { useUnread } from '../../room/chat/useUnread.ts';
import { useRoom } from '../../room/live/context.tsx';
import { useMedia } from '../../room/live/useMedia.ts';
import { usePanels } from '../../room/panels.ts';
import { Menu } from '../../room/parts/Menu.tsx';
import type { MenuEntry, MenuGroup } from '../../room/parts/Menu.tsx';
import { useVisit } from '../source.tsx';
import type { OwnPlace } from './usePlace.ts';
import css from './Camera.module.css';

interface Props {
  readonly alone: boolean;
  readonly place: OwnPlace;
  readonly onRehearse: () => void;
}

/** What the thumb needs now and then. Where the view is alone, also the room: its panels and its stage. */
export function CameraMenu(props: Props): ReactNode {
  const { t } = useTranslation('room');
  const unread = useUnread();
  return <Menu label={t('bar.more')} icon="more" className={css['more']} badge={props.alone ? unread : 0} groups={useGroups(props)} />;
}

function useGroups({ alone, place, onRehearse }: Props): readonly MenuGroup[] {
  const { t } = useTranslation(['camera', 'room']);
  const room = useRoom();
  const panels = usePanels();
  const { me, observation: { cameras } } = useVisit();
  const mayRehearse = useMay('inspection.run');
  const { available, chosen } = useMedia((snapshot) => snapshot.devices.document);
  const filming = useMedia((snapshot) => snapshot.local.camera.state);
  const low = useMedia((snapshot) => snapshot.lowBandwidth);
  const here = cameras.places[me.id] !== undefined;
  const on = filming === 'on' || filming === 'starting';
  const switchTo = available[(available.findIndex((one) => one.id === chosen) + 1) % Math.max(1, available.length)];
  const own: readonly (MenuEntry | false)[] = [
    available.length > 1 && switchTo !== undefined && { id: 'switch', icon: 'refresh', label: t('room:more.switchCamera'), onAction: () => void room.media.choose('document', switchTo.id) },
    { id: 'filming', icon: on ? 'cameraOff' : 'camera', label: t(on ? 'stopFilming' : 'startFilming'), onAction: () => void room.media.set('camera', on ? 'off' : 'on') },
    mayRehearse && { id: 'rehearse', icon: 'gauge', label: t('rehearse.open'), detail: here ? t('rehearse.about') : t('rehearse.zoneFirst'), disabled: !here, onAction: onRehearse },
    { id: 'place', icon: 'place', label: t('place.add'), detail: t(place.refused ? 'place.refused' : 'place.about'), chosen: place.on, onAction: place.toggle },
    { id: 'low', icon: 'line', label: t('room:more.lowBandwidth'), detail: t('room:more.lowBandwidthText'), chosen: low, onAction: () => room.media.setLowBandwidth(!low) },
  ];
  const entries = own.filter((entry) => entry !== false);
  if (!alone) return [{ id: 'own', entries: [...entries, stageEntry()] }];
  return [
    { id: 'panels', entries: panels.map((panel) => ({ id: panel.id, icon: panel.icon, label: panel.count > 0 ? `${t(panel.label)} (${panel.count})` : t(panel.label), onAction: () => room.panel.set(panel.id) })) },
    { id: 'own', entries },
    { id: 'room', entries: [stageEntry(), { id: 'settings', icon: 'settings', label: t('room:more.settings'), onAction: () => room.dialog.set('settings') }] },
  ];

  function stageEntry(): MenuEntry {
    return { id: 'stage', icon: 'layout', label: t('toStage'), onAction: () => room.stageView.set(false) };
  }
}
