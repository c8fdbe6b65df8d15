import { Device, detectDevice } from 'mediasoup-client';
import type { HandlerFactory, RtpCapabilities } from 'mediasoup-client/types';
import type { MediaOffer } from '../../protocol/requests/table.ts';

/** This browser cannot take part with sound and pictures. */
class UnsupportedBrowserError extends Error {
  override readonly name = 'UnsupportedBrowserError';
}

let loading: Promise<HandlerFactory> | undefined;

/**
 * The part of the library for this browser; each is a file of its own, so that nobody loads the others'. What the
 * browser can do is found out beforehand, off the path between the click on Join and the first picture.
 */
export function loadHandler(): Promise<HandlerFactory> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<HandlerFactory> {
  const handler = await handlerOf(detectDevice());
  const known = new Map<string, Promise<RtpCapabilities>>();
  const factory: HandlerFactory = {
    ...handler,
    getNativeRtpCapabilities: (options) => {
      const native = known.get(options.direction) ?? handler.getNativeRtpCapabilities(options);
      known.set(options.direction, native);
      return native;
    },
  };
  await Promise.all((['sendonly', 'recvonly'] as const).map((direction) => factory.getNativeRtpCapabilities({ direction })));
  return factory;
}

async function handlerOf(name: string | undefined): Promise<HandlerFactory> {
  switch (name) {
    case 'Chrome111': return (await import('mediasoup-client/handlers/Chrome111')).Chrome111.createFactory({});
    case 'Firefox120': return (await import('mediasoup-client/handlers/Firefox120')).Firefox120.createFactory({});
    case 'Safari12': return (await import('mediasoup-client/handlers/Safari12')).Safari12.createFactory({});
    default: throw new UnsupportedBrowserError(name ?? 'unknown');
  }
}

export async function openDevice(offer: MediaOffer): Promise<Device> {
  const device = new Device({ handlerFactory: await loadHandler() });
  await device.load({ routerRtpCapabilities: offer.routerRtpCapabilities as RtpCapabilities });
  return device;
}
