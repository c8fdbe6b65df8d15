const DAY = 24 * 60;

/** Whole minutes as somebody types them; nothing when they are none that a slot can have. */
export function minutesOf(text: string): number | undefined {
  const minutes = /^\d{1,4}$/u.test(text.trim()) ? Number(text) : 0;
  return minutes >= 1 && minutes <= DAY ? minutes : undefined;
}
