/** A name that is read from right to left keeps to itself: the date behind it stays behind it. */
export function isolated(name: string): string {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(name) ? `\u2068${name.replace(/[\u2066-\u2069]/gu, '')}\u2069` : name;
}
