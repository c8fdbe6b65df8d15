import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvitationView } from '../../../../protocol/routes/sessions.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { CopyField } from '../../../ui/CopyField.tsx';
import { QrCode } from '../../../ui/QrCode.tsx';
import shared from '../../shared/shared.module.css';

/** The link of an invitation that was just made, to be passed on. */
export function InvitationLink({ invitation, email }: { readonly invitation: InvitationView; readonly email: string }): ReactNode {
  const { t } = useTranslation('pages');
  const link = invitation.link ?? '';
  return (
    <div className={shared['form']}>
      {invitation.mail === 'sent' && <Banner tone="ok" role="status">{t('invitations.mail.sent', { email })}</Banner>}
      {invitation.mail === 'queued' && <Banner tone="warn" role="status">{t('invitations.mail.queued', { email })}</Banner>}
      {invitation.mail === 'failed' && <Banner tone="stop" role="alert">{t('invitations.mail.failed', { email })}</Banner>}
      <CopyField label={t('invitations.link')} value={link} hint={t('invitations.once')} />
      <QrCode text={link} label={t('invitations.code', { name: invitation.label })} />
    </div>
  );
}
