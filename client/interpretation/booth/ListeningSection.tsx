import { useCallback, useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FLOOR_CHANNEL } from '../../../protocol/live/publications.ts';
import type { Channel } from '../../../protocol/live/publications.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { useMe, useSession } from '../../live/context.tsx';
import type { RemoteStream } from '../../media/model.ts';
import { useRoom } from '../../room/live/context.tsx';
import { useMedia } from '../../room/live/useMedia.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Switch } from '../../ui/Field.tsx';
import { nameOfLanguage } from '../../ui/names.ts';
import { Balance } from '../Balance.tsx';
import { rememberListening } from '../remembered.ts';
import { useChannels } from '../useChannels.ts';
import { Meter } from './Meter.tsx';
import { loudspeaker, useLoudspeaker } from './loudspeaker.ts';
import type { OwnBooth } from './useBooth.ts';
import { useVoice } from './useVoice.ts';
import css from './Booth.module.css';

/** The floor, or another booth in relay; who takes one's own voice in relay; and how loud it all arrives. */
export function ListeningSection({ own }: { readonly own: OwnBooth }): ReactNode {
  const { t } = useTranslation('interpretation');
  const locale = useLocale();
  const { media } = useRoom();
  const me = useMe();
  const name = useId();
  const listening = useMedia((snapshot) => snapshot.listening);
  const heard = useMedia((snapshot) => snapshot.heard);
  const remote = useMedia((snapshot) => snapshot.remote);
  const channels = useChannels();
  const voice = useVoice();
  const speaks = useLoudspeaker();
  const depending = useDepending(own);
  const tracks = Object.values(remote).filter((stream) => sounds(stream, listening.channel)).map((stream) => stream.track);
  return (
    <section className={css['section']}>
      <h3>{t('relay.title')}</h3>
      <div role="radiogroup" aria-label={t('relay.title')} className={css['choices']}>
        <label>
          <input type="radio" name={name} checked={own.relay === FLOOR_CHANNEL} onChange={() => own.listenTo(FLOOR_CHANNEL)} />
          <span>{t('floor')}</span>
        </label>
        {channels.map(({ channel, interpreter, pivot }) => (
          <label key={channel}>
            <input type="radio" name={name} checked={own.relay === channel} onChange={() => own.listenTo(channel)} />
            <span>{nameOfLanguage(channel, locale)}<small>{interpreter === undefined ? t('listen.nobody') : interpreter.id === me.id ? t('relay.yourself') : interpreter.name}</small></span>
            {pivot && <Chip tone="accent">{t('relay.pivot')}</Chip>}
          </label>
        ))}
      </div>
      {own.relay !== FLOOR_CHANNEL && (heard === 'lost' || heard === 'silent') && <p className={css['asks']} role="status">{t(`heard.${heard}`)}</p>}
      {own.relay !== FLOOR_CHANNEL && (
        <Balance
          value={listening.floor} onChange={(floor) => {
            rememberListening(me, { ...listening, floor });
            media.listen({ ...listening, floor });
          }}
        />
      )}
      <Meter label={t('relay.level')} tracks={tracks} />
      {depending.length > 0 && <p className={css['quiet']}>{t('relay.depending', { names: depending.join(', ') })}</p>}
      <Switch
        label={t('relay.loudspeaker')} hint={t('relay.loudspeakerText')} checked={speaks}
        onChange={(on) => {
          loudspeaker.set(on);
          void voice?.useLoudspeaker(on);
        }}
      />
    </section>
  );
}

function sounds({ channel, beside, held, track }: RemoteStream, chosen: Channel): boolean {
  return track.kind === 'audio' && !beside && !held && channel === chosen;
}

/** Interpreters of other booths who take this one in relay: whoever stops here stops for them. */
function useDepending({ booth }: OwnBooth): readonly string[] {
  return useSession(useCallback((state: SessionState) => Object.entries(state.interpretation.relays)
    .filter(([who, channel]) => booth.languages.includes(channel) && !booth.seats.some((seat) => seat.participant === who) && state.participants[who]?.presence === 'in')
    .map(([who]) => state.participants[who]!.name), [booth]), (a, b) => a.join() === b.join());
}
