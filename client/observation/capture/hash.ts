/** SHA-256 in hexadecimal, computed on the device. Only secure pages can (crypto.subtle). */
export async function sha256(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function canHash(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}
