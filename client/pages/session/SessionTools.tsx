import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SessionInfo } from '../../../protocol/live/session.ts';
import { address } from '../../app/address.ts';
import { useAction } from '../../app/useAction.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { Menu } from '../../ui/Menu.tsx';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { toast } from '../../ui/Toast.tsx';
import { useSessionCommand } from '../shared/useSessionCommand.ts';

/** What can be done with a session from outside: the calendar file, and for its hosts changing, opening and ending it. */
export function SessionTools({ info, mayManage }: { readonly info: SessionInfo; readonly mayManage: boolean }): ReactNode {
  const { t } = useTranslation(['pages', 'errors']);
  const navigate = useNavigate();
  const command = useSessionCommand(info.id);
  const [asks, setAsks] = useState(false);
  const { run: open, busy: opening } = useAction(() => command('session.open', {}));
  const { run: end, busy: ending, problem } = useAction(() => command('session.end', {}));
  const begun = info.startedAt !== undefined;

  const openLobby = async (): Promise<void> => {
    const done = await open();
    if (done) toast(done.ok ? t('session.opened') : t(`errors:${done.error.code}`), done.ok ? 'door' : 'warning');
  };
  const endSession = async (): Promise<void> => {
    const done = await end();
    if (done?.ok) setAsks(false);
  };

  const own: MenuEntry[] = mayManage ? [{ id: 'change', label: t('session.change'), icon: 'edit', onAction: () => void navigate(`/sessions/${info.id}/change`) }] : [];
  const last: MenuEntry[] = mayManage
    ? [{ id: 'end', label: begun ? t('session.end') : t('session.cancel'), icon: 'stop', danger: true, onAction: () => setAsks(true) }]
    : [];
  return (
    <>
      {mayManage && info.phase === 'scheduled' && <Button look="line" icon="door" busy={opening} onClick={() => void openLobby()}>{t('session.open')}</Button>}
      <Menu
        label={t('session.more')} trigger={{ look: 'line', icon: 'more' }}
        groups={[
          { id: 'session', entries: [...own, { id: 'calendar', label: t('session.calendar'), icon: 'calendar', onAction: () => location.assign(address('calendar', { session: info.id })) }] },
          { id: 'end', entries: last },
        ]}
      />
      {asks && (
        <ConfirmDialog
          title={begun ? t('session.endTitle', { title: info.title }) : t('session.cancelTitle', { title: info.title })}
          confirm={begun ? t('session.end') : t('session.cancel')} busy={ending} problem={problem}
          onConfirm={() => void endSession()} onClose={() => setAsks(false)}
        >
          {begun ? t('session.endText') : t('session.cancelText')}
        </ConfirmDialog>
      )}
    </>
  );
}
