/** How many calm colours there are. */
export const avatarTones = 8;

/** One or two letters that stand for a name: first and last word; for names in ideographs the last two characters. */
export function initials(name: string): string {
  const words = name.trim().split(/[\s.·_-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  if (first === undefined) return '?';
  if (/^\p{Script=Han}+$/u.test(first)) return [...first].slice(-2).join('');
  const letters = words.length > 1 ? [letter(first), letter(words[words.length - 1]!)] : [letter(first)];
  return letters.join('').toLocaleUpperCase();
}

/** The same name always has the same colour. */
export function avatarTone(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + character.codePointAt(0)!) >>> 0;
  return sum % avatarTones;
}

function letter(word: string): string {
  return /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '';
}
