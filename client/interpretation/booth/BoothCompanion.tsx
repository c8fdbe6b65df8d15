import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../app/announcer.tsx';
import { useLocale } from '../../i18n/useLocale.ts';
import type { BoothVoice } from '../../media/booth.ts';
import { useRoom } from '../../room/live/context.tsx';
import { shortcutOf } from '../../room/shortcuts.ts';
import { nameOfLanguage } from '../../ui/names.ts';
import { toast } from '../../ui/Toast.tsx';
import { useCough } from './cough.ts';
import { useBooth } from './useBooth.ts';
import type { OwnBooth } from './useBooth.ts';
import { useVoice } from './useVoice.ts';

/** Keeps an interpreter's voice where the turn says, and their keys at hand, whatever is on the screen. */
export default function BoothCompanion(): ReactNode {
  const own = useBooth();
  const voice = useOwnVoice(own);
  useKeys(own, voice);
  useSpokenTurn(own);
  return null;
}

function useOwnVoice(own: OwnBooth | undefined): BoothVoice | undefined {
  const { media, voice: key } = useRoom();
  const voice = useVoice();
  useEffect(() => () => voice?.close(), [voice]);
  const channels = own?.booth.languages.join(' ') ?? '';
  const open = own?.isMine ? own.turn?.language : undefined;
  useEffect(() => {
    if (!voice || channels === '') return undefined;
    let isOver = false;
    // Standing by takes as long as a device takes to open, and the turn may have changed by then: the last word counts.
    void voice.standBy(channels.split(' ')).then(() => isOver ? undefined : voice.open(open));
    // One voice at a time: who interprets is not on the floor as well.
    if (open !== undefined && media.getSnapshot().local.microphone.state === 'on') void media.set('microphone', 'muted');
    return () => {
      isOver = true;
    };
  }, [voice, channels, open, media]);
  useEffect(() => {
    if (!voice || open === undefined) return undefined;
    key.set(() => void voice.mute(media.getSnapshot().voice?.state === 'on'));
    return () => key.set(undefined);
  }, [voice, open, key, media]);
  return voice;
}

/** T takes the turn or asks to be relieved; X is the cough, for as long as it is held. */
function useKeys(own: OwnBooth | undefined, voice: BoothVoice | undefined): void {
  const cough = useCough(voice);
  const handOver = useRef<() => void>(undefined);
  useEffect(() => {
    handOver.current = own?.handOver;
  });
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      const shortcut = shortcutOf(event);
      if (shortcut !== 'turn' && shortcut !== 'cough') return;
      event.preventDefault();
      if (shortcut === 'turn') handOver.current?.();
      else cough(true);
    };
    const up = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === 'x') cough(false);
    };
    const lose = (): void => cough(false);
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    window.addEventListener('blur', lose);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      window.removeEventListener('blur', lose);
      lose();
    };
  }, [cough]);
}

/** Who has the turn, and who wants it, is said at once: an interpreter's eyes are on the speaker. */
function useSpokenTurn(own: OwnBooth | undefined): void {
  const { t } = useTranslation('interpretation');
  const locale = useLocale();
  const language = own?.turn === undefined ? '' : nameOfLanguage(own.turn.language, locale);
  const sentence = !own ? undefined
    : own.isLost ? t('said.lost', { name: own.holder?.name })
      : own.asks ? t(own.isMine ? 'said.offers' : 'said.asks', { name: own.asks.name })
        : own.isMine ? t('said.mine', { language })
          : own.holder ? t('said.partner', { name: own.holder.name, language })
            : t('said.nobody');
  const isMine = own?.isMine ?? false;
  const holder = own?.holder?.name;
  const before = useRef<{ readonly sentence: string | undefined; readonly isMine: boolean }>({ sentence: undefined, isMine: false });
  useEffect(() => {
    const { sentence: last, isMine: had } = before.current;
    before.current = { sentence, isMine };
    if (sentence === undefined || last === undefined || sentence === last) return;
    announce(sentence, 'assertive');
    if (had && !isMine && holder !== undefined) toast(sentence, 'headphones');
  }, [sentence, isMine, holder]);
}
