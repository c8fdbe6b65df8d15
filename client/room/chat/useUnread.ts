import { useLive, useSession } from '../../live/context.tsx';
import { useCell } from '../live/cell.ts';
import { useRoom } from '../live/context.tsx';
import { total, unreadIn } from './unread.ts';

/** How many messages of all conversations wait to be read. */
export function useUnread(): number {
  const { you } = useLive();
  const reads = useCell(useRoom().reading.cell);
  const chat = useSession((state) => state.chat);
  return total(unreadIn(chat, reads, you));
}
