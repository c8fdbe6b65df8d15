/** The content of the writer's file `n`, in chunks. */
export function fileContent(n: number): Buffer[] {
  return Array.from({ length: (n % 4) + 1 }, (_, index) => Buffer.alloc(1_000 + n, `${n}-${index};`));
}

/** Uploads come one after the other; each becomes a file when it has so many bytes. */
export const UPLOAD_BYTES = 60_000;

export function uploadContent(n: number): Buffer {
  return Buffer.from(Array.from({ length: UPLOAD_BYTES }, (_, at) => (at * 7 + n) % 251));
}
