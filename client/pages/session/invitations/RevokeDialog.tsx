import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvitationView } from '../../../../protocol/routes/sessions.ts';
import { api } from '../../../app/api.ts';
import { useRefresh } from '../../../app/queries.ts';
import { useAction } from '../../../app/useAction.ts';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';

interface Props {
  readonly session: string;
  readonly invitation: InvitationView;
  readonly onClose: () => void;
}

/** Asks before a link stops working and those who came by it are taken out. */
export function RevokeDialog({ session, invitation, onClose }: Props): ReactNode {
  const { t } = useTranslation('pages');
  const refresh = useRefresh();
  const { run, busy, problem } = useAction(() => api('revokeInvitation', { params: { session, invitation: invitation.id } }));
  const revoke = async (): Promise<void> => {
    const done = await run();
    if (!done?.ok) return;
    await refresh('invitations', 'session');
    onClose();
  };
  return (
    <ConfirmDialog
      title={t('invitations.revokeTitle', { name: invitation.label })} confirm={t('invitations.revoke')} busy={busy} problem={problem}
      onConfirm={() => void revoke()} onClose={onClose}
    >
      {t('invitations.revokeText', { count: invitation.guests })}
    </ConfirmDialog>
  );
}
