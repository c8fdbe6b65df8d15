export const fileTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type FileType = (typeof fileTypes)[number];

/** What a file is by its first bytes; its name and what the system says of it may be wrong. undefined: none of those that become evidence. */
export function typeByBytes(start: Uint8Array): FileType | undefined {
  const begins = (...bytes: readonly number[]): boolean => bytes.every((byte, index) => start[index] === byte);
  const text = (from: number, to: number): string => String.fromCharCode(...start.subarray(from, to));
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (begins(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  // The header may stand within the first kilobyte (ISO 32000-1, annex H).
  return text(0, 1024).includes('%PDF-') ? 'application/pdf' : undefined;
}
