/**
 * A short name for a fault of the page: the same fault in the same place has the same one, so that two people who quote
 * it can be known to have met the same. Nothing personal is in it.
 */
export function reference(error: unknown): string {
  const place = error instanceof Error ? `${error.name} ${error.message} ${error.stack?.split('\n')[1] ?? ''}` : String(error);
  // FNV-1a over what was thrown, without numbers that differ from time to time.
  let sum = 0x811c9dc5;
  for (const character of place.replace(/\d+/gu, '#')) sum = Math.imul(sum ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return sum.toString(16).padStart(8, '0').slice(0, 6).toUpperCase();
}
