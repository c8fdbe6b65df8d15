import { limits } from '../../protocol/limits.ts';

/** What Socket.IO writes around a frame, with room to spare. */
const AROUND_BYTES = 256;

/** Whether a frame is larger than the server reads. It closes the line on such a one, and who sent it again would lose the line again, for ever. */
export function isTooLarge(frame: unknown): boolean {
  const text = JSON.stringify(frame);
  const most = limits.frameBytes - AROUND_BYTES;
  return text.length > most || (text.length * 3 > most && new TextEncoder().encode(text).length > most);
}
