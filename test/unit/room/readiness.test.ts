import { describe, expect, test } from 'vitest';
import { devicesIn } from '../../../client/prejoin/Readiness.ts';
import { meterValue } from '../../../client/prejoin/meter.ts';
import { platformOf, stepsFor, systemStepsFor } from '../../../client/prejoin/platform.ts';
import { bandwidth, findings, suggestsLowBandwidth, verdictOf } from '../../../client/room/readiness/verdict.ts';
import type { ReadinessReport } from '../../../protocol/live/readiness.ts';
import en from '../../../client/i18n/en/prejoin.json' with { type: 'json' };

const good: ReadinessReport = { transport: 'udp', roundTripMs: 30, upKbps: 2_500, downKbps: 3_000, camera: 'ok', microphone: 'ok', speaker: 'ok' };

describe('what a test result means', () => {
  test.each<[Partial<ReadinessReport>, string, readonly string[]]>([
    [{}, 'good', []],
    [{ speaker: 'untested' }, 'good', []],
    [{ upKbps: undefined, downKbps: undefined, roundTripMs: undefined }, 'good', []],
    [{ transport: 'tcp' }, 'usable', ['tcpOnly']],
    [{ roundTripMs: 400 }, 'usable', ['slow']],
    [{ camera: 'none' }, 'usable', ['cameraNone']],
    [{ camera: 'blocked', upKbps: 500 }, 'usable', ['cameraBlocked', 'upLow']],
    [{ microphone: 'silent' }, 'usable', ['microphoneSilent']],
    [{ downKbps: 150 }, 'poor', ['downPoor']],
    [{ microphone: 'blocked', transport: 'tcp' }, 'poor', ['microphoneBlocked', 'tcpOnly']],
    [{ transport: 'none', upKbps: undefined, downKbps: undefined, roundTripMs: undefined }, 'poor', ['noMedia']],
    [{ speaker: 'failed' }, 'poor', ['speakerFailed']],
  ])('%o is %s', (change, verdict, found) => {
    expect(verdictOf({ ...good, ...change })).toBe(verdict);
    expect(findings({ ...good, ...change })).toEqual(found);
  });

  test('low bandwidth is advised where pictures would not come through', () => {
    expect(suggestsLowBandwidth(good)).toBe(false);
    expect(suggestsLowBandwidth({ ...good, downKbps: 300 })).toBe(true);
  });

  test.each([[120.4, '120 kbit/s'], [999, '999 kbit/s'], [2_540, '2.5 Mbit/s']])('%d kbit/s is written %s', (value, text) => {
    expect(bandwidth(value)).toBe(text);
  });
});

describe('the devices of a report', () => {
  const off = { state: 'off' } as const;
  const local = { microphone: off, camera: off, document: off, screen: off, screenAudio: off };
  const one = { available: [{ id: 'a', label: 'A' }] };
  const devices = { microphone: one, camera: one, document: one, speaker: one };
  const none = { available: [] };

  test('switched off by choice is no fault', () => {
    expect(devicesIn({ local, devices, silentMicrophone: false })).toEqual({ camera: 'ok', microphone: 'ok' });
  });
  test('none, blocked, silent', () => {
    expect(devicesIn({ local, devices: { ...devices, camera: none }, silentMicrophone: true })).toEqual({ camera: 'none', microphone: 'silent' });
    const blocked = { ...local, camera: { state: 'blocked', reason: 'denied' }, microphone: { state: 'blocked', reason: 'none' } } as const;
    expect(devicesIn({ local: blocked, devices, silentMicrophone: false })).toEqual({ camera: 'blocked', microphone: 'none' });
  });
});

describe('help in this browser', () => {
  const agents = {
    chromeWindows: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    edgeWindows: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    firefoxLinux: 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
    safariMac: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Safari/605.1.15',
    chromeAndroid: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    firefoxAndroid: 'Mozilla/5.0 (Android 14; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0',
    safariPhone: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Mobile/15E148 Safari/604.1',
    chromePhone: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0.0.0 Mobile/15E148 Safari/604.1',
  };
  test.each([
    ['chromeWindows', 0, 'chrome', 'windows'], ['edgeWindows', 0, 'chrome', 'windows'], ['firefoxLinux', 0, 'firefox', 'other'], ['safariMac', 0, 'macSafari', 'mac'],
    ['safariMac', 5, 'iosSafari', 'ios'], ['chromeAndroid', 5, 'androidChrome', 'android'], ['firefoxAndroid', 5, 'androidFirefox', 'android'],
    ['safariPhone', 5, 'iosSafari', 'ios'], ['chromePhone', 5, 'iosOther', 'ios'],
  ] as const)('%s with %d touch points: %s, %s', (agent, touch, steps, system) => {
    const platform = platformOf(agents[agent], touch);
    expect(stepsFor(platform)).toBe(steps);
    expect(systemStepsFor(platform)).toBe(system);
    expect(en.help.steps).toHaveProperty(steps);
    expect(en.help.system).toHaveProperty(system);
  });
});

test.each([[undefined, 0], [Number.NaN, 0], [-90, 0], [-36, 0.5], [-14, 1], [0, 1]])('a level of %s dB fills %d of the meter', (db, value) => {
  expect(meterValue(db)).toBeCloseTo(value, 5);
});
