/** Container numbers (ISO 6346): owner code, category U, J or Z, six digits of serial number, check digit. */
const FORM = /^[A-Z]{3}[UJZ]\d{7}$/;

/** As one writes it: capitals, without the spaces and dashes that people put in between. */
export function containerNumber(text: string): string {
  return text.replace(/[\s-]/gu, '').toUpperCase();
}

export type NumberCheck = { readonly ok: true } | { readonly ok: false; readonly why: 'form' } | { readonly ok: false; readonly why: 'digit'; readonly expected: number };

/** Checks the form and the check digit of a number in capitals without spaces. */
export function checkContainer(number: string): NumberCheck {
  if (!FORM.test(number)) return { ok: false, why: 'form' };
  const expected = checkDigit(number.slice(0, 10));
  return expected === Number(number[10]) ? { ok: true } : { ok: false, why: 'digit', expected };
}

/** The check digit of four letters and six digits. */
export function checkDigit(head: string): number {
  const sum = [...head].reduce((total, char, index) => total + valueOf(char) * 2 ** index, 0);
  return sum % 11 % 10;
}

/** Letters count from 10 on, leaving out the multiples of 11. */
function valueOf(char: string): number {
  if (char >= '0' && char <= '9') return Number(char);
  const place = char.charCodeAt(0) - 'A'.charCodeAt(0);
  return 10 + place + Math.floor((place + 9) / 10);
}
