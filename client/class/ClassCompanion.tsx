import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../app/announcer.tsx';
import { useLive, useMay } from '../live/context.tsx';
import { playCall } from '../media/tone.ts';
import { useRoom } from '../room/live/context.tsx';
import { toast } from '../ui/Toast.tsx';
import { saidOfClass } from './announcements.ts';
import { useTimeLeft, WARNING_MS } from './groups/useGroupClock.ts';
import { listenForLooks, tellLooks } from './people/looking.ts';

/** What goes on in a class as long as one is inside, whatever is on the screen: said, heard, and told to who leads it. */
export default function ClassCompanion(): ReactNode {
  const { t } = useTranslation('class');
  const live = useLive();
  const room = useRoom();
  const answers = useMay('class.answer');
  const leads = useMay('class.lead');
  useEffect(() => {
    let before = live.state();
    return live.subscribe(() => {
      const after = live.state();
      if (before && after && live.getSnapshot().status === 'joined') {
        for (const said of saidOfClass(before, after, live.you)) {
          const nameOf = (id: string | undefined): string => after.participants[id ?? '']?.name ?? '';
          if (said.key === 'called') {
            toast(t('said.called', { group: after.rooms[said.group]?.name ?? '', name: nameOf(said.by) }), 'help');
            void playCall(room.media.getSnapshot().devices.speaker.chosen);
          } else if (said.key === 'word') announce(t('said.word', { name: nameOf(said.by), text: said.text }), 'assertive');
          else announce(t(`said.${said.key}`, 'text' in said ? { text: said.text } : {}));
        }
      }
      before = after;
    });
  }, [live, room, t]);
  useEffect(() => answers ? tellLooks(live) : undefined, [answers, live]);
  useEffect(() => {
    if (leads) listenForLooks(live);
  }, [leads, live]);
  useWarning();
  return null;
}

/** Says once that the time is nearly over. */
function useWarning(): void {
  const { t } = useTranslation('class');
  const left = useTimeLeft();
  const isNear = left !== undefined && left > 0 && left <= WARNING_MS;
  const wasFar = useRef(false);
  useEffect(() => {
    if (isNear && wasFar.current) toast(t('said.minute'), 'clock');
    wasFar.current = left !== undefined && !isNear;
  }, [isNear, left, t]);
}
