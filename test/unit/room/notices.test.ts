import { describe, expect, test } from 'vitest';
import type { MediaSnapshot } from '../../../client/media/model.ts';
import { chooseNotice, noticesFor } from '../../../client/room/notices/choose.ts';
import type { NoticeInput, NoticeKind } from '../../../client/room/notices/choose.ts';

const track = {} as MediaStreamTrack;
const off = { state: 'off' } as const;
const calm: NoticeInput = {
  media: {
    needsGesture: false, connection: { state: 'connected' }, speakingWhileMuted: false, silentMicrophone: false, quality: 3, lowBandwidth: false,
    local: { microphone: off, camera: off, document: off, screen: off, screenAudio: off },
  },
  mutedByHost: false, waiting: 0, closed: new Set(),
};
const withMedia = (media: Partial<MediaSnapshot>, more: Partial<NoticeInput> = {}): NoticeInput => ({ ...calm, ...more, media: { ...calm.media, ...media } });
const muted = { ...calm.media.local, microphone: { state: 'muted', track } } as const;
const open = { ...calm.media.local, microphone: { state: 'on', track } } as const;

describe('what is said on the stage', () => {
  test.each<[string, NoticeInput, NoticeKind | undefined]>([
    ['nothing while all is well', calm, undefined],
    ['sound waits for a press', withMedia({ needsGesture: true, quality: 0 }), 'needsGesture'],
    ['nothing comes through', withMedia({ connection: { state: 'failed' }, quality: 0 }), 'mediaFailed'],
    ['somebody is at the door', { ...calm, waiting: 2 }, 'waiting'],
    ['a host muted me', withMedia({ local: muted }, { mutedByHost: true }), 'mutedByHost'],
    ['not once I have opened it again', withMedia({ local: open }, { mutedByHost: true }), undefined],
    ['I speak and am muted', withMedia({ local: muted, speakingWhileMuted: true }), 'speakingWhileMuted'],
    ['nothing comes from my microphone', withMedia({ local: open, silentMicrophone: true }), 'silentMicrophone'],
    ['a device was unplugged', withMedia({ local: { ...open, microphone: { ...open.microphone, insteadOf: 'Headset' } } }), 'insteadOf'],
    ['a poor line suggests low bandwidth', withMedia({ quality: 1 }), 'poorLine'],
    ['which is not suggested where it is on', withMedia({ quality: 1, lowBandwidth: true }), undefined],
    ['nor while the connection is being mended', withMedia({ quality: 0, connection: { state: 'reconnecting' } }), undefined],
  ])('%s', (_name, input, wanted) => {
    expect(chooseNotice(input)).toBe(wanted);
  });

  test('one at a time; a closed one gives way to the next', () => {
    const both = withMedia({ quality: 1, local: muted, speakingWhileMuted: true });
    expect(noticesFor(both)).toEqual(['speakingWhileMuted', 'poorLine']);
    expect(chooseNotice({ ...both, closed: new Set(['speakingWhileMuted']) })).toBe('poorLine');
    expect(chooseNotice({ ...both, closed: new Set(['speakingWhileMuted', 'poorLine']) })).toBeUndefined();
  });
});
