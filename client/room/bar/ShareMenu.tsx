import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../live/context.tsx';
import { useRoom } from '../live/context.tsx';
import { isOn, useLocal, useMedia } from '../live/useMedia.ts';
import { Menu } from '../parts/Menu.tsx';
import type { MenuEntry, MenuGroup } from '../parts/Menu.tsx';

/** A screen with its sound, a document camera, a deck; what is being shared stops here too. */
export function useShareGroups(): readonly MenuGroup[] {
  const { t } = useTranslation('room');
  const room = useRoom();
  const { media } = room;
  const screen = isOn(useLocal('screen'));
  const document = isOn(useLocal('document'));
  const cameras = useMedia((snapshot) => snapshot.devices.document).available;
  const mayScreen = useMay('media.screen');
  const mayDocument = useMay('media.document');
  const mayPresent = useMay('stage.present');
  const mayManage = useMay('deck.manage');
  const offered = 'getDisplayMedia' in (navigator.mediaDevices ?? {});
  const entries: (MenuEntry | false)[] = [
    mayScreen && offered && (screen
      ? { id: 'screen', icon: 'screen', label: t('share.stopScreen'), danger: true, onAction: () => void media.set('screen', 'off') }
      : { id: 'screen', icon: 'screen', label: t('share.screen'), detail: t('share.screenText'), onAction: () => void media.set('screen', 'on') }),
    mayDocument && (document
      ? { id: 'document', icon: 'documentCamera', label: t('share.stopDocument'), danger: true, onAction: () => void media.set('document', 'off') }
      : { id: 'document', icon: 'documentCamera', label: t('share.document'), detail: t('share.documentText'), disabled: cameras.length === 0, onAction: () => room.dialog.set('document') }),
    (mayPresent || mayManage) && { id: 'deck', icon: 'slides', label: t('share.deck'), detail: t('share.deckText'), onAction: () => room.panel.set('decks') },
  ];
  return [{ id: 'share', entries: entries.filter((entry) => entry !== false) }];
}

export function ShareMenu(): ReactNode {
  const { t } = useTranslation('room');
  const groups = useShareGroups();
  const sharing = [isOn(useLocal('screen')), isOn(useLocal('document'))].includes(true);
  return groups[0]?.entries.length ? <Menu label={t(sharing ? 'bar.sharing' : 'bar.share')} icon="share" under state={sharing ? 'on' : undefined} groups={groups} /> : null;
}
