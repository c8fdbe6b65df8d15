import { useCallback, useSyncExternalStore } from 'react';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import { FLOOR_CHANNEL } from '../../../protocol/live/publications.ts';
import type { Publication, Source } from '../../../protocol/live/publications.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useLive, useSession } from '../../live/context.tsx';
import type { LocalSource, MediaSnapshot, Quality } from '../../media/model.ts';
import { useRoom } from './context.tsx';

/** A part of what media does now; select parts that keep their identity. */
export function useMedia<T>(select: (snapshot: MediaSnapshot) => T): T {
  const { media } = useRoom();
  return useSyncExternalStore(media.subscribe, useCallback(() => select(media.getSnapshot()), [media, select]));
}

/** What one of this page's own sources does. */
export function useLocal(source: Source): LocalSource {
  return useMedia(useCallback((snapshot: MediaSnapshot) => snapshot.local[source], [source]));
}

/** What somebody sends to the floor of a kind, as the session knows it. */
export function usePublication(participant: ParticipantId, source: Source): Publication | undefined {
  return useSession(useCallback(
    (state: SessionState) => Object.values(state.publications).find((one) => one.participant === participant && one.source === source && one.room === undefined && one.channel === FLOOR_CHANNEL),
    [participant, source],
  ));
}

/** The track to show for somebody's stream: the device's own for oneself. undefined: there is nothing to show. */
export function useShownTrack(participant: ParticipantId, source: Source): MediaStreamTrack | undefined {
  const { you } = useLive();
  const publication = usePublication(participant, source);
  const id = publication?.id;
  const remote = useMedia(useCallback((snapshot: MediaSnapshot) => (id === undefined ? undefined : snapshot.remote[id]?.track), [id]));
  const local = useLocal(source);
  if (participant === you) return local.state === 'on' ? local.track : undefined;
  return publication && !publication.paused ? remote : undefined;
}

/** How somebody's line is, as far as it can be told here; undefined when nothing of theirs is received. */
export function useQuality(participant: ParticipantId): Quality | undefined {
  const { you } = useLive();
  return useMedia(useCallback((snapshot: MediaSnapshot) => {
    if (participant === you) return snapshot.quality;
    const streams = Object.values(snapshot.remote).filter((one) => one.participant === participant && !one.held);
    return streams.length === 0 ? undefined : (Math.min(...streams.map((one) => one.quality)) as Quality);
  }, [participant, you]));
}

export function isOn(local: LocalSource): boolean {
  return local.state === 'on' || local.state === 'starting';
}

