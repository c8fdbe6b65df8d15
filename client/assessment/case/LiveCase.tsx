import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveClient } from '../../live/client.ts';
import { LiveProvider, useLiveSnapshot } from '../../live/context.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { caseKind } from './part.ts';
import { ConnectedCase } from './source.tsx';

interface Props {
  readonly session: string;
  /** Until the connection stands. */
  readonly waiting: ReactNode;
  readonly children: ReactNode;
}

/** Connects to a case, like a room but without media, for as long as this is on the screen. The seat waits for who comes back. */
export function LiveCase({ session, waiting, children }: Props): ReactNode {
  const [client, setClient] = useState<LiveClient>();
  useEffect(() => {
    const opened = new LiveClient(session, caseKind);
    // Shown once there is something to show: the state, or why there is none.
    const end = opened.subscribe(() => setClient(opened));
    void opened.enter();
    opened.connect();
    return () => {
      end();
      opened.close();
    };
  }, [session]);
  if (client?.session !== session) return waiting;
  return <LiveProvider client={client}><Connected waiting={waiting}>{children}</Connected></LiveProvider>;
}

function Connected({ waiting, children }: Pick<Props, 'waiting' | 'children'>): ReactNode {
  const { t } = useTranslation(['case', 'errors', 'common']);
  const status = useLiveSnapshot((snapshot) => snapshot.status);
  const quiet = useLiveSnapshot((snapshot) => snapshot.quiet);
  const code = useLiveSnapshot((snapshot) => snapshot.code);
  const isInside = useLiveSnapshot(({ state, you }) => state?.participants[you]?.presence === 'in');
  if (status === 'gone') {
    return (
      <Banner tone="stop" role="alert" actions={<Button look="line" onClick={() => location.reload()}>{t('common:reload')}</Button>}>
        {t(`errors:${code ?? 'session.ended'}`)} ({code})
      </Banner>
    );
  }
  if (!isInside) return waiting;
  const isLost = status === 'reconnecting' || quiet;
  return (
    <ConnectedCase>
      {isLost && <Banner tone="warn" role="status">{t('lost')}</Banner>}
      {children}
    </ConnectedCase>
  );
}
