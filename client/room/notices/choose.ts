import type { MediaSnapshot } from '../../media/model.ts';

/** What is said on the stage: one's own sound and line, and who waits at the door. One at a time, so that they never pile up. */
export type NoticeKind = 'needsGesture' | 'mediaFailed' | 'waiting' | 'hasFloor' | 'mutedByHost' | 'speakingWhileMuted' | 'silentMicrophone' | 'insteadOf' | 'poorLine';

export interface NoticeInput {
  readonly media: Pick<MediaSnapshot, 'needsGesture' | 'connection' | 'speakingWhileMuted' | 'silentMicrophone' | 'quality' | 'lowBandwidth' | 'local'>;
  readonly mutedByHost: boolean;
  /** How many wait in the lobby, for who may let them in and does not look at the list. */
  readonly waiting: number;
  /** Was given the floor: whose role is silent may speak now. */
  readonly hasFloor?: boolean;
  /** What this person closed; it is not said again while it lasts. */
  readonly closed: ReadonlySet<NoticeKind>;
}

/** The most urgent first: what keeps one from hearing, then from being heard, then what could be better. */
export function noticesFor({ media, mutedByHost, waiting, hasFloor = false }: Omit<NoticeInput, 'closed'>): readonly NoticeKind[] {
  const { microphone } = media.local;
  const connected = media.connection.state === 'connected';
  const now: readonly (readonly [boolean, NoticeKind])[] = [
    [media.needsGesture, 'needsGesture'],
    [media.connection.state === 'failed', 'mediaFailed'],
    [waiting > 0, 'waiting'],
    [hasFloor && microphone.state !== 'on' && microphone.state !== 'starting', 'hasFloor'],
    [mutedByHost && microphone.state === 'muted', 'mutedByHost'],
    [media.speakingWhileMuted, 'speakingWhileMuted'],
    [media.silentMicrophone, 'silentMicrophone'],
    [microphone.state === 'on' && microphone.insteadOf !== undefined, 'insteadOf'],
    [connected && media.quality <= 1 && !media.lowBandwidth, 'poorLine'],
  ];
  return now.filter(([is]) => is).map(([, kind]) => kind);
}

export function chooseNotice(input: NoticeInput): NoticeKind | undefined {
  return noticesFor(input).find((kind) => !input.closed.has(kind));
}
