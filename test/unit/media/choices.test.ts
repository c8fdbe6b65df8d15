import { describe, expect, test } from 'vitest';
import { reasonOf } from '../../../client/media/blocked.ts';
import { pick } from '../../../client/media/devices.ts';
import { lossBetween, readLine } from '../../../client/media/line.ts';
import { codecOptionsFor, encodingsFor, layerFor, priorityFor } from '../../../client/media/profiles.ts';
import { qualityOfLine, qualityOfScore } from '../../../client/media/quality.ts';
import { sources } from '../../../protocol/live/publications.ts';

describe('why a device cannot be used', () => {
  test.each([
    ['NotAllowedError', 'Permission denied', 'device', 'denied'],
    ['NotAllowedError', 'Permission denied by system', 'device', 'system'],
    ['NotAllowedError', 'Permission dismissed', 'device', 'dismissed'],
    ['NotAllowedError', 'Permission denied', 'display', 'dismissed'],
    ['NotAllowedError', 'Permission denied by system', 'display', 'system'],
    ['NotFoundError', 'Requested device not found', 'device', 'none'],
    ['OverconstrainedError', '', 'device', 'none'],
    ['NotReadableError', 'Could not start video source', 'device', 'inUse'],
    ['AbortError', 'Starting videoinput failed', 'device', 'inUse'],
    ['SecurityError', '', 'device', 'insecure'],
    ['TypeError', 'whatever', 'device', 'failed'],
  ] as const)('%s, %s, %s', (name, message, asked, expected) => {
    expect(reasonOf(Object.assign(new Error(message), { name }), asked)).toBe(expected);
  });

  test('what is no error at all is a failure too', () => {
    expect(reasonOf('gone', 'device')).toBe('failed');
  });
});

describe('sizes and rates', () => {
  test.each([[160, 0], [400, 0], [401, 1], [800, 1], [801, 2], [2_000, 2]])('a camera in a tile of %i device pixels: layer %i', (width, layer) => {
    expect(layerFor('camera', width)).toBe(layer);
  });
  test.each([[300, 0], [900, 1]])('a shared screen in a tile of %i: layer %i', (width, layer) => {
    expect(layerFor('screen', width)).toBe(layer);
  });

  test('no tile asks for a layer that nobody sends', () => {
    for (const source of sources) {
      const sent = encodingsFor(source);
      if (sent) expect(layerFor(source, 10_000)).toBe(sent.length - 1);
    }
  });

  test('sound comes before what is shared, and that before faces', () => {
    const least = (source: (typeof sources)[number]) => priorityFor(source, 0);
    expect(least('microphone')).toBeGreaterThan(priorityFor('screen', 1));
    expect(least('screen')).toBeGreaterThan(priorityFor('camera', 2));
    expect(priorityFor('camera', 2)).toBeGreaterThan(least('camera'));
    for (const source of sources) for (const layer of [0, 1, 2]) expect(priorityFor(source, layer)).toBeLessThanOrEqual(255);
  });

  test('silence costs next to nothing, and low bandwidth means long packets', () => {
    expect(codecOptionsFor('microphone', false)).toMatchObject({ opusDtx: true, opusFec: true, opusPtime: 20 });
    expect(codecOptionsFor('microphone', true)).toMatchObject({ opusDtx: true, opusFec: true, opusPtime: 60 });
    // The overhead of a packet is 66 bytes; 3 kbit/s are for reports.
    const wire = (low: boolean) => {
      const { opusPtime, opusMaxAverageBitrate } = codecOptionsFor('microphone', low);
      return opusMaxAverageBitrate! / 1000 + (66 * 8) / opusPtime! + 3;
    };
    expect(wire(false)).toBeLessThanOrEqual(55);
    expect(wire(true)).toBeLessThanOrEqual(25);
  });

  test('every call makes its own encodings, because the library writes into them', () => {
    expect(encodingsFor('camera')).not.toBe(encodingsFor('camera'));
  });
});

describe('quality', () => {
  test.each([[10, 3], [8, 3], [7, 2], [5, 2], [4, 1], [1, 1], [0, 0]])('a score of %i is %i', (score, quality) => {
    expect(qualityOfScore(score)).toBe(quality);
  });
  test.each([
    [{ connected: false, lossUp: 0, lossDown: 0 }, 0],
    [{ connected: true, lossUp: 0, lossDown: 0, roundTripMs: 40 }, 3],
    [{ connected: true, lossUp: 0.05, lossDown: 0 }, 2],
    [{ connected: true, lossUp: 0, lossDown: 0, roundTripMs: 400 }, 2],
    [{ connected: true, lossUp: 0, lossDown: 0.2 }, 1],
    [{ connected: true, lossUp: 0, lossDown: 0, roundTripMs: 900 }, 1],
  ])('%o', (figures, quality) => {
    expect(qualityOfLine(figures)).toBe(quality);
  });

  const pair = { id: 'p', type: 'candidate-pair', state: 'succeeded', nominated: true, localCandidateId: 'l', currentRoundTripTime: 0.0421, bytesSent: 7, bytesReceived: 9 };

  test('what the browser counts: how packets travel, and how long', () => {
    expect(readLine([pair, { id: 'l', type: 'local-candidate', protocol: 'udp' }]))
      .toMatchObject({ protocol: 'udp', roundTripMs: 42, bytesUp: 7, bytesDown: 9 });
    expect(readLine([pair, { id: 'l', type: 'local-candidate', protocol: 'udp', relayProtocol: 'tls' }]).protocol, 'a relay over TLS').toBe('tcp');
    expect(readLine([pair, { id: 't', type: 'transport', bytesSent: 70, bytesReceived: 90 }]), 'over all pairs').toMatchObject({ bytesUp: 70, bytesDown: 90 });
    expect(readLine([{ ...pair, nominated: false }])).toMatchObject({ bytesUp: 0 });
    expect(readLine([]).protocol).toBeUndefined();
  });

  test('losses are those since the last look; new transports begin at nought', () => {
    const before = { sent: 100, lostUp: 10, received: 200, lostDown: 5 };
    expect(lossBetween(before, { sent: 200, lostUp: 20, received: 290, lostDown: 15 })).toEqual({ lossUp: 0.1, lossDown: 0.1 });
    expect(lossBetween(before, before)).toEqual({ lossUp: 0, lossDown: 0 });
    expect(lossBetween(before, { sent: 10, lostUp: 0, received: 10, lostDown: 0 })).toEqual({ lossUp: 0, lossDown: 0 });
  });
});

test('a device is found again by its name when the browser gave it another id', () => {
  const available = [{ id: '1', label: 'Built in' }, { id: '2', label: 'Headset' }];
  expect(pick(available, { id: '2', label: 'Headset' })).toBe('2');
  expect(pick(available, { id: 'old', label: 'Headset' })).toBe('2');
  expect(pick(available, { id: 'old', label: 'Gone' })).toBeUndefined();
  expect(pick([{ id: '1', label: '' }], { id: 'old', label: '' }), 'no name is no match').toBeUndefined();
  expect(pick(available, undefined)).toBeUndefined();
});
