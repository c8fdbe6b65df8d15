import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../protocol/live/participants.ts';
import { announce } from '../../app/announcer.tsx';
import { toast } from '../../ui/Toast.tsx';
import { useLive } from '../../live/context.tsx';
import { announcementsFor } from '../announcements.ts';
import type { Announcement } from '../announcements.ts';
import { useRoom } from '../live/context.tsx';

function losesFloor(before: Participant | undefined, after: Participant | undefined): boolean {
  return before?.hasFloor === true && after?.presence === 'in' && after.hasFloor === undefined;
}

/** Says what changes in the room to who does not see it. */
export function useRoomSpeech(): void {
  const live = useLive();
  const room = useRoom();
  const { t } = useTranslation(['room', 'kinds']);
  useEffect(() => {
    const say = (all: readonly Announcement[]): void => {
      const sentences = all.map(({ key, values }) => t(`said.${key}`, {
        ...values, ...(values?.['role'] === undefined ? {} : { role: t(`kinds:role.${values['role']}`) }),
        ...(values?.['standing'] === undefined ? {} : { room: t(`kinds:room.${values['standing']}`) }),
      }));
      if (sentences.length > 0) announce(sentences.join(' '));
    };
    const nameOf = (id: string): string => live.state()?.participants[id]?.name ?? '';
    let before = live.state();
    const ends = [
      live.subscribe(() => {
        const after = live.state();
        if (before && after && live.getSnapshot().status === 'joined') {
          say(announcementsFor(before, after, live.you));
          // It stays on the screen for a while, and is said from there.
          if (losesFloor(before.participants[live.you], after.participants[live.you])) toast(t('said.floorTaken'), 'microphoneOff');
        }
        before = after;
      }),
      live.onNotice('state.events', ({ events }) => {
        for (const event of events) {
          if (event.type !== 'chat.sent' || event.actor === live.you || room.panel.get() === 'chat') continue;
          say([{ key: event.data.to === undefined ? 'message' : 'messageToYou', values: { name: nameOf(event.actor) } }]);
        }
      }),
      live.onSignal((name, from, payload) => {
        if (name === 'reaction.sent' && 'reaction' in payload) announce(`${nameOf(from)}: ${t(`reaction.${payload.reaction}`)}`);
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [live, room, t]);
}
