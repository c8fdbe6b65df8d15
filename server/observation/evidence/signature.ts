/** The first bytes that a picture or a document of each kind has; whoever declares another kind is refused. */
const signatures: Readonly<Record<string, (head: Buffer) => boolean>> = {
  'image/jpeg': (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  'image/png': (head) => head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  'image/webp': (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  'application/pdf': (head) => head.toString('latin1', 0, 5) === '%PDF-',
};

export const SIGNATURE_BYTES = 12;

/** Whether content that begins like this can be of the media type; never for one that is no evidence. */
export function beginsLike(mime: string, head: Buffer): boolean {
  return Object.hasOwn(signatures, mime) && signatures[mime]!(head);
}

const extensions: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'application/pdf': 'pdf' };

/** How the name of a file of this media type ends. */
export function extensionOf(mime: string): string {
  return extensions[mime] ?? 'bin';
}
