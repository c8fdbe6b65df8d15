import { expect, test } from 'vitest';
import { bindings, listenInfos } from '../../../server/media/addresses.ts';
import type { Reach } from '../../../server/media/addresses.ts';

const machine = '10.1.2.3';
const usual: Reach = { behindProxy: false, machine, own: ['127.0.0.1', '::1', machine, 'fd00::3'] };

test.each<[string, Partial<Reach>, readonly unknown[]]>([
  ['every address: the machine\'s for the local network, and its own for itself', {}, [{ ip: machine }, { ip: '127.0.0.1' }]],
  ['every address, said so', { host: '0.0.0.0' }, [{ ip: machine }, { ip: '127.0.0.1' }]],
  ['no network at all', { machine: undefined }, [{ ip: '127.0.0.1' }]],
  ['this machine alone', { host: '127.0.0.1' }, [{ ip: '127.0.0.1' }]],
  ['this machine alone by name', { host: 'localhost' }, [{ ip: '127.0.0.1' }]],
  ['behind a proxy on this machine, people come from elsewhere', { host: '127.0.0.1', behindProxy: true }, [{ ip: machine }, { ip: '127.0.0.1' }]],
  ['one address of several', { host: '10.9.9.9' }, [{ ip: '10.9.9.9' }]],
  ['a host name says nothing about addresses', { host: 'gangway.local' }, [{ ip: machine }, { ip: '127.0.0.1' }]],
  ['announced: an address of this machine', { announced: machine, host: '127.0.0.1' }, [{ ip: machine }, { ip: '127.0.0.1' }]],
  ['announced: a router forwards it', { announced: '198.51.100.7' }, [{ ip: '0.0.0.0', announcedAddress: '198.51.100.7' }]],
  ['announced: a router forwards it, IPv6', { announced: '2001:db8::7' }, [{ ip: '::', announcedAddress: '2001:db8::7' }]],
  ['announced: a name', { announced: 'media.example' }, [{ ip: '0.0.0.0', announcedAddress: 'media.example' }]],
])('%s', (_what, reach, expected) => {
  expect(bindings({ ...usual, ...reach })).toEqual(expected);
});

test('UDP and TCP on one port, UDP first; port 0 is left to the system', () => {
  expect(listenInfos([{ ip: machine }, { ip: '127.0.0.1' }], 40_001)).toEqual([
    { protocol: 'udp', ip: machine, port: 40_001 }, { protocol: 'udp', ip: '127.0.0.1', port: 40_001 },
    { protocol: 'tcp', ip: machine, port: 40_001 }, { protocol: 'tcp', ip: '127.0.0.1', port: 40_001 },
  ]);
  expect(listenInfos([{ ip: machine }], 0)).toEqual([{ protocol: 'udp', ip: machine }, { protocol: 'tcp', ip: machine }]);
});
