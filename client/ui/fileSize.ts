/** 3.4 MB, 210 kB. */
export function fileSize(bytes: number, locale: string): string {
  const [unit, per] = bytes < 1_000_000 ? ['kilobyte', 1_000] as const : ['megabyte', 1_000_000] as const;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: unit === 'kilobyte' ? 0 : 1 }).format(Math.max(1_000, bytes) / per);
}
