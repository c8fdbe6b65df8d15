import { useEffect, useState } from 'react';
import type { SessionId } from '../../protocol/live/ids.ts';
import { api } from '../app/api.ts';

/** The name of the administration that hosts; who stands before the door does not see it in the session's state. Nor does who was taken out. */
export function useHost(session: SessionId, mayAsk: boolean): string | undefined {
  const [host, setHost] = useState<string>();
  useEffect(() => {
    if (!mayAsk) return undefined;
    let wanted = true;
    void api('session', { params: { session } }).then((answer) => {
      if (wanted && answer.ok) setHost(answer.value.summary.administrationName);
    });
    return () => {
      wanted = false;
    };
  }, [session, mayAsk]);
  return host;
}
