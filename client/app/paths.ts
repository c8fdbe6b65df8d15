/** The sign-in page, which leads back to where one wanted to go. */
export function signInPath(next: string): string {
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}

/** Where to go after signing in: only ever a page of this application. */
export function safeNext(next: string | null): string {
  if (next === null || !next.startsWith('/') || /^\/[/\\]/u.test(next) || next.startsWith('/sign-in')) return '/';
  return next;
}

/** Whether this is the way into a room, which people take from a link on a thin line. */
export function isRoomPath(path: string): boolean {
  return path.startsWith('/room/');
}
