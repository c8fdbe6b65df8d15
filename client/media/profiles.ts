import type { ProducerCodecOptions, RtpEncodingParameters } from 'mediasoup-client/types';
import type { Source } from '../../protocol/live/publications.ts';

/*
 * Bit rates are what a sender may use at most, in bit/s. Every packet of sound carries about 66 bytes beside the sound,
 * 26 kbit/s at 20 ms and 9 at 60 ms, and the reports of both ends add two or three. With these a speaking voice stays
 * below 55 kbit/s on the wire, and below 25 with low bandwidth; a silent one sends next to nothing.
 */
const VOICE_BPS = 24_000;
const LOW_VOICE_BPS = 13_000;
const SHARED_SOUND_BPS = 96_000;
/** A floor that is interpreted: what tells f from s lies above what a listener needs, and the interpreter hears it under their own voice. */
const INTERPRETED_BPS = 48_000;

/** The sizes of one picture, the smallest first. The server gives each receiver the one that its tile and line bear. */
export function encodingsFor(source: Source): RtpEncodingParameters[] | undefined {
  switch (source) {
    case 'camera': return [
      { scaleResolutionDownBy: 4, maxBitrate: 150_000 },
      { scaleResolutionDownBy: 2, maxBitrate: 450_000 },
      { scaleResolutionDownBy: 1, maxBitrate: 1_300_000 },
    ];
    // A page or a document is read, so the full size gets most; the half one is for lines that cannot carry it.
    case 'document':
    case 'screen': return [
      { scaleResolutionDownBy: 2, maxBitrate: 300_000 },
      { scaleResolutionDownBy: 1, maxBitrate: 2_500_000 },
    ];
    default: return undefined;
  }
}

export function codecOptionsFor(source: Source, lowBandwidth: boolean, interpreted = false): ProducerCodecOptions {
  switch (source) {
    case 'microphone': return {
      opusStereo: false, opusFec: true, opusDtx: true,
      ...(lowBandwidth ? { opusPtime: 60, opusMaxAverageBitrate: LOW_VOICE_BPS } : { opusPtime: 20, opusMaxAverageBitrate: interpreted ? INTERPRETED_BPS : VOICE_BPS }),
    };
    case 'screenAudio': return { opusStereo: true, opusFec: true, opusDtx: false, opusMaxAverageBitrate: SHARED_SOUND_BPS };
    default: return { videoGoogleStartBitrate: 700 };
  }
}

/** What the encoder keeps when it has to give something up: the letters of a page, the movement of a person. */
export function contentHintFor(source: Source): string {
  switch (source) {
    case 'screen':
    case 'document': return 'detail';
    case 'camera': return 'motion';
    case 'microphone': return 'speech';
    case 'screenAudio': return 'music';
  }
}

const SMALL_PX = 400;
const MIDDLE_PX = 800;

/** The layer for a tile of this width in device pixels; 0 is the smallest. */
export function layerFor(source: Source, widthPx: number): number {
  if (source === 'camera') return widthPx <= SMALL_PX ? 0 : widthPx <= MIDDLE_PX ? 1 : 2;
  return widthPx <= SMALL_PX ? 0 : 1;
}

/** Which stream gets bandwidth first when there is not enough for all, 1..255: sound, what is shared, large pictures. */
export function priorityFor(source: Source, layer: number): number {
  if (source === 'microphone' || source === 'screenAudio') return 255;
  return source === 'camera' ? 20 + layer * 40 : 180 + layer * 20;
}
