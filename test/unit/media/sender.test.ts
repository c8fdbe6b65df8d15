import { beforeEach, describe, expect, test } from 'vitest';
import type { Producer } from 'mediasoup-client/types';
import { accept } from '../../../protocol/errors.ts';
import type { Captured } from '../../../client/media/capture.ts';
import type { LocalSource } from '../../../client/media/model.ts';
import { RefusedError } from '../../../client/media/refused.ts';
import { Sender } from '../../../client/media/sender.ts';
import type { SenderDeps } from '../../../client/media/sender.ts';

/** A device's track, as far as a sender uses it. */
class Track extends EventTarget {
  enabled = true;
  readyState: 'live' | 'ended' = 'live';
  readonly label: string;
  constructor(label: string) {
    super();
    this.label = label;
  }
  stop(): void {
    this.readyState = 'ended';
  }
}

let told: string[];
/** Which largest sizes were set, in order. */
let sizes: number[];
let tracks: Track[];
let live: Set<string>;
let states: LocalSource[];
let open: boolean;
let refusal: Error | undefined;
/** The largest size that anybody receives, by stream. */
let most: Map<string, number>;
let captured: () => Promise<Captured>;
/** What the session knows of the streams: id to paused. */
let known: Map<string, boolean>;
let sender: Sender;
let count: number;

function make(source: SenderDeps['source'] = 'microphone'): Sender {
  return new Sender({
    source, lowBandwidth: () => false, most: (id) => most.get(id),
    capture: () => captured(),
    changed: (state) => states.push(state),
    known: (id) => known.has(id) ? { paused: known.get(id)! } : undefined,
    link: {
      get isOpen() {
        return open;
      },
      send: async ({ track }, { paused }) => {
        if (refusal) throw refusal;
        count += 1;
        const id = `p${count}`;
        live.add(id);
        known.set(id, paused);
        const producer = {
          id, track, closed: false,
          close() {
            producer.closed = true;
            live.delete(id);
          },
          pause: () => undefined, resume: () => undefined,
          setMaxSpatialLayer: async (layer: number) => {
            sizes.push(layer);
          },
          replaceTrack: async ({ track: next }: { track: MediaStreamTrack }) => {
            producer.track = next;
          },
        };
        return producer as unknown as Producer;
      },
    },
    signalling: {
      command: async (name, payload) => {
        const { publication } = payload as { publication: string };
        told.push(`${name} ${publication}`);
        if (name === 'media.close') known.delete(publication);
        else known.set(publication, name === 'media.pause');
        return accept({ seq: 1 });
      },
    },
  });
}

beforeEach(() => {
  told = [];
  sizes = [];
  most = new Map();
  tracks = [];
  live = new Set();
  states = [];
  known = new Map();
  open = true;
  refusal = undefined;
  count = 0;
  captured = async () => {
    const track = new Track(`device ${tracks.length + 1}`);
    tracks.push(track);
    return { ok: true, track: track as unknown as MediaStreamTrack };
  };
  sender = make();
});

const last = () => states.at(-1)?.state;
const running = () => tracks.filter((track) => track.readyState === 'live').length;

describe('presses', () => {
  test('many at once make one stream and end with the last one', async () => {
    await Promise.all((['on', 'off', 'on', 'muted', 'on', 'off', 'on', 'muted'] as const).map((desire) => sender.want(desire)));
    expect([last(), live.size, running(), tracks.at(-1)!.enabled]).toEqual(['muted', 1, 1, false]);
    await Promise.all((['on', 'muted', 'on'] as const).map((desire) => sender.want(desire)));
    expect([last(), live.size, tracks.at(-1)!.enabled, [...known.values()]]).toEqual(['on', 1, true, [false]]);
    await Promise.all((['muted', 'on', 'off'] as const).map((desire) => sender.want(desire)));
    expect([last(), live.size, running(), known.size]).toEqual(['off', 0, 0, 0]);
  });

  test('silence does not wait for the server', async () => {
    await sender.want('on');
    const muting = sender.want('muted');
    expect(tracks[0]!.enabled).toBe(false);
    await muting;
    expect(told).toEqual(['media.pause p1']);
  });

  test('given up while the browser was still asking: the device is let go', async () => {
    const asked = Promise.withResolvers<Captured>();
    captured = () => asked.promise;
    const turning = sender.want('on');
    const off = sender.want('off');
    const track = new Track('late');
    asked.resolve({ ok: true, track: track as unknown as MediaStreamTrack });
    await Promise.all([turning, off]);
    expect([last(), track.readyState, live.size]).toEqual(['off', 'ended', 0]);
  });
});

describe('devices', () => {
  test('one that cannot be opened is said with its reason, and a dismissed question is no error', async () => {
    captured = async () => ({ ok: false, reason: 'inUse' });
    await sender.want('on');
    expect(states.at(-1)).toEqual({ state: 'blocked', reason: 'inUse' });
    captured = async () => ({ ok: false, reason: 'dismissed' });
    await sender.want('on');
    expect(states.at(-1)).toEqual({ state: 'off' });
  });

  test('one that is unplugged gives way to the default, and it says which it was', async () => {
    await sender.want('on');
    tracks[0]!.dispatchEvent(new Event('ended'));
    await sender.sync();
    expect(states.at(-1)).toMatchObject({ state: 'on', track: tracks[1], insteadOf: 'device 1', publication: 'p1' });
    expect(live.size).toBe(1);
  });

  test('a screen that its browser stops to share is off', async () => {
    sender = make('screen');
    await sender.want('on');
    tracks[0]!.dispatchEvent(new Event('ended'));
    await sender.sync();
    expect([last(), live.size, told]).toEqual(['off', 0, ['media.close p1']]);
  });
});

describe('what others do', () => {
  test('a host mutes the microphone; its owner may open it again', async () => {
    await sender.want('on');
    known.set('p1', true);
    sender.follow();
    await sender.sync();
    expect([last(), tracks[0]!.enabled, told]).toEqual(['muted', false, []]);
    await sender.want('on');
    expect([last(), told]).toEqual(['on', ['media.resume p1']]);
  });

  test('a picture is made no larger than anybody receives it', async () => {
    sender = make('camera');
    await sender.want('on');
    expect(sizes).toEqual([2]);
    most.set('p1', 0);
    sender.resize('p1');
    sender.resize('another');
    expect(sizes).toEqual([2, 0]);
    most.set('p1', 1);
    sender.resize('p1');
    expect(sizes).toEqual([2, 0, 1]);
  });

  test('a camera that a host paused is off, and its device is let go', async () => {
    sender = make('camera');
    await sender.want('on');
    known.set('p1', true);
    sender.follow();
    await sender.sync();
    expect([last(), running(), told]).toEqual(['off', 0, ['media.close p1']]);
  });

  test('a share that a host ended is off', async () => {
    sender = make('screen');
    await sender.want('on');
    known.clear();
    sender.follow();
    await sender.sync();
    expect([last(), running(), told]).toEqual(['off', 0, []]);
  });

  test('a role that may not is told so', async () => {
    refusal = new RefusedError({ code: 'media.refused' });
    await sender.want('on');
    expect(states.at(-1)).toEqual({ state: 'blocked', reason: 'refused' });
    expect(running()).toBe(0);
  });
});

describe('transports', () => {
  test('a device that is on before there are any is sent once they stand, and again over new ones', async () => {
    open = false;
    await sender.want('muted');
    expect([last(), live.size]).toEqual(['muted', 0]);
    open = true;
    await sender.sync();
    expect([...known]).toEqual([['p1', true]]);
    // The transports go, and every stream with them.
    sender.producer!.close();
    known.clear();
    await sender.sync();
    expect([[...known], tracks.length, last()]).toEqual([[['p2', true]], 1, 'muted']);
  });

  test('a failure on the way is no refusal: it waits for the next transports', async () => {
    refusal = new Error('the transport closed');
    await sender.want('on');
    expect([last(), running()]).toEqual(['on', 1]);
    refusal = undefined;
    await sender.sync();
    expect(live.size).toBe(1);
  });
});
