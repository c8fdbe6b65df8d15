import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { boothOf } from '../../protocol/live/interpretation.ts';
import { FLOOR_CHANNEL } from '../../protocol/live/publications.ts';
import type { Channel } from '../../protocol/live/publications.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import { useLocale } from '../i18n/useLocale.ts';
import { useLive, useMe, useSession } from '../live/context.tsx';
import { useRoom } from '../room/live/context.tsx';
import { useMedia } from '../room/live/useMedia.ts';
import { Menu } from '../room/parts/Menu.tsx';
import type { MenuGroup } from '../room/parts/Menu.tsx';
import { nameOfLanguage } from '../ui/names.ts';
import { Balance } from './Balance.tsx';
import { rememberListening } from './remembered.ts';
import { useChannels } from './useChannels.ts';
import css from './LanguageControl.module.css';

/** The language in which one listens, and how loud the floor stays under it. An interpreter chooses in the booth. */
export default function LanguageControl(): ReactNode {
  const { t } = useTranslation('interpretation');
  const { you } = useLive();
  const locale = useLocale();
  const isSeated = useSession(useCallback((state: SessionState) => boothOf(state.interpretation, you) !== undefined, [you]));
  const { channel } = useMedia((snapshot) => snapshot.listening);
  const groups = useLanguageGroups();
  if (isSeated) return null;
  const label = channel === FLOOR_CHANNEL ? t('listen.what') : nameOfLanguage(channel, locale);
  return <Menu label={label} icon="globe" under state={channel === FLOOR_CHANNEL ? undefined : 'on'} groups={groups} Head={channel === FLOOR_CHANNEL ? undefined : BalanceHead} />;
}

function useLanguageGroups(): readonly MenuGroup[] {
  const { t } = useTranslation('interpretation');
  const locale = useLocale();
  const { media } = useRoom();
  const me = useMe();
  const listening = useMedia((snapshot) => snapshot.listening);
  const channels = useChannels();
  const choose = (channel: Channel): void => {
    const next = { ...listening, channel };
    rememberListening(me, next);
    media.listen(next);
  };
  return [{
    id: 'languages', label: t('listen.title'), one: true,
    entries: [
      { id: FLOOR_CHANNEL, icon: 'people', label: t('floor'), detail: t('listen.floorText'), chosen: listening.channel === FLOOR_CHANNEL, onAction: () => choose(FLOOR_CHANNEL) },
      ...channels.map(({ channel, interpreter }) => ({
        id: channel, icon: 'headphones' as const, label: nameOfLanguage(channel, locale), chosen: listening.channel === channel,
        detail: interpreter === undefined ? t('listen.nobody') : interpreter.connected ? t('listen.by', { name: interpreter.name }) : t('listen.lost', { name: interpreter.name }),
        onAction: () => choose(channel),
      })),
    ],
  }];
}

function BalanceHead(): ReactNode {
  const { media } = useRoom();
  const me = useMe();
  const listening = useMedia((snapshot) => snapshot.listening);
  return (
    <div className={css['head']}>
      <Balance
        value={listening.floor} onChange={(floor) => {
          rememberListening(me, { ...listening, floor });
          media.listen({ ...listening, floor });
        }}
      />
    </div>
  );
}
