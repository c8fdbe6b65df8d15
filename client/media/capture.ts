import type { Source } from '../../protocol/live/publications.ts';
import { devicesOffered, reasonOf } from './blocked.ts';
import type { CaptureFailure } from './blocked.ts';
import { contentHintFor } from './profiles.ts';

export type Captured =
  | { readonly ok: true; readonly track: MediaStreamTrack; readonly sound?: MediaStreamTrack }
  | { readonly ok: false; readonly reason: CaptureFailure };

type DeviceSource = 'microphone' | 'camera' | 'document';

/** Opens a device; `more` goes before its usual constraints. A chosen one that is not there any more gives way to the default. */
export async function captureDevice(source: DeviceSource, deviceId?: string, more: MediaTrackConstraints = {}): Promise<Captured> {
  if (!devicesOffered()) return { ok: false, reason: 'insecure' };
  try {
    return await open(source, deviceId, more);
  } catch (error) {
    const reason = reasonOf(error, 'device');
    if (deviceId === undefined || reason !== 'none') return { ok: false, reason };
    return open(source, undefined, more).catch((second: unknown): Captured => ({ ok: false, reason: reasonOf(second, 'device') }));
  }
}

/** Asks which screen, window or tab to share, with its sound where the browser can. */
export async function captureDisplay(): Promise<Captured> {
  if (!devicesOffered()) return { ok: false, reason: 'insecure' };
  if (typeof navigator.mediaDevices.getDisplayMedia !== 'function') return { ok: false, reason: 'none' };
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({
      video: { frameRate: { max: 15 }, width: { max: 1920 }, height: { max: 1200 } },
      audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
      ...displayHints,
    });
    const [track] = stream.getVideoTracks();
    const [sound] = stream.getAudioTracks();
    if (!track) return { ok: false, reason: 'failed' };
    hint(track, 'screen');
    if (sound) hint(sound, 'screenAudio');
    return sound ? { ok: true, track, sound } : { ok: true, track };
  } catch (error) {
    return { ok: false, reason: reasonOf(error, 'display') };
  }
}

/** Members that not every browser knows; those that do not pass them over. */
const displayHints: object = { systemAudio: 'include', selfBrowserSurface: 'exclude', surfaceSwitching: 'include' };

async function open(source: DeviceSource, deviceId: string | undefined, more: MediaTrackConstraints): Promise<Captured> {
  const device = deviceId === undefined ? more : { ...more, deviceId: { exact: deviceId } };
  const stream = await navigator.mediaDevices.getUserMedia(
    source === 'microphone' ? { audio: { ...constraints.microphone, ...device } } : { video: { ...constraints[source], ...device } },
  );
  const [track] = stream.getTracks();
  if (!track) return { ok: false, reason: 'none' };
  hint(track, source);
  return { ok: true, track };
}

const constraints = {
  microphone: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: { ideal: 1 } },
  camera: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 25, max: 30 } },
  /** Papers and goods: more pixels, fewer pictures a second; on a phone the camera at its back. */
  document: { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 15, max: 15 }, facingMode: { ideal: 'environment' } },
} as const satisfies Record<string, MediaTrackConstraints>;

function hint(track: MediaStreamTrack, source: Source): void {
  if ('contentHint' in track) track.contentHint = contentHintFor(source);
}
