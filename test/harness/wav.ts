const HEADER_BYTES = 44;

/** What a microphone that plays a file is fed with, samples a second. */
export const WAV_RATE = 48_000;

/** A WAV file of one channel in 16 bits; `sampleAt` answers each sample, -32768 to 32767. */
export function wavOf(count: number, sampleAt: (index: number) => number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES + count * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(WAV_RATE, 24);
  bytes.writeUInt32LE(WAV_RATE * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(count * 2, 40);
  for (let index = 0; index < count; index += 1) bytes.writeInt16LE(Math.round(sampleAt(index)), HEADER_BYTES + index * 2);
  return bytes;
}
