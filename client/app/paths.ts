/** The sign-in page, which leads back to where one wanted to go. */
export function signInPath(next: string): string {
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}

/** Where to go after signing in: only ever a page of this application. */
export function safeNext(next: string | null): string {
  if (next === null || !next.startsWith('/') || /^\/[/\\]/u.test(next) || next.startsWith('/sign-in')) return '/';
  return next;
}

const ROOM = /^\/room\/([^/?#]+)\/?$/u;

/** The way into the room of a session. */
export function roomPath(session: string): string {
  return `/room/${encodeURIComponent(session)}`;
}

/** Whether this is the way into a room. */
export function isRoomPath(path: string): boolean {
  return ROOM.test(path);
}

/** The session whose room this is the way into; empty when it is none. */
export function sessionOfRoom(path: string): string {
  return ROOM.exec(path)?.[1] ?? '';
}
