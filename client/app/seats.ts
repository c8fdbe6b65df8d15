import { newId } from '../live/ids.ts';
import { api } from './api.ts';

const PREFIX = 'gangway.seat.';

/**
 * Whoever comes to the pages in the tab in which they had a seat, by the browser's way back or an address, has left that seat: the room
 * itself cannot tell going away from being loaded again.
 */
export function leaveSeats(): void {
  for (const key of keys()) {
    sessionStorage.removeItem(key);
    // Who is not seated any more is refused, and nothing is lost by it.
    void api('command', { params: { session: key.slice(PREFIX.length) }, body: { id: newId(), name: 'participant.leave', payload: {} } });
  }
}

function keys(): readonly string[] {
  try {
    return Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    // A browser that keeps nothing remembers no seat.
    return [];
  }
}
