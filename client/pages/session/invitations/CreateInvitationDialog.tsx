import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { kinds, permissionsOf, rolesOf } from '../../../../protocol/kinds.ts';
import type { KindName, Role } from '../../../../protocol/kinds.ts';
import { limits } from '../../../../protocol/limits.ts';
import type { SessionInfo } from '../../../../protocol/live/session.ts';
import type { InvitationView } from '../../../../protocol/routes/sessions.ts';
import type { RouteBodyInput } from '../../../../protocol/routes/table.ts';
import { api } from '../../../app/api.ts';
import { useRefresh } from '../../../app/queries.ts';
import { useAction } from '../../../app/useAction.ts';
import { useViewerZone } from '../../../app/zone.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { useNow } from '../../../ui/Times.tsx';
import { RoleSelect } from '../../shared/RoleSelect.tsx';
import { InvitationLink } from './InvitationLink.tsx';
import shared from '../../shared/shared.module.css';

interface Props {
  readonly info: SessionInfo;
  readonly ownRole: Role;
  readonly onClose: () => void;
}

const dayMs = 24 * 3_600_000;

/** Makes a link for guests; it is told once, at the end. */
export function CreateInvitationDialog({ info, ownRole, onClose }: Props): ReactNode {
  const { t } = useTranslation(['pages', 'common']);
  const form = useId();
  const zone = useViewerZone();
  const refresh = useRefresh();
  const [made, setMade] = useState<InvitationView>();
  const [label, setLabel] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>(kinds[info.kind].guestRole);
  // Long enough for a session that runs over, or is moved to the next day.
  const [expiresAt, setExpiresAt] = useState<number | undefined>(() => Math.max(info.endsAt, Date.now()) + dayMs);
  const now = useNow();
  const [tried, setTried] = useState(false);
  const { run, busy, problem } = useAction((body: RouteBodyInput<'createInvitation'>) => api('createInvitation', { params: { session: info.id }, body }));
  const late = expiresAt === undefined || expiresAt <= now;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (label.trim() === '' || late || expiresAt === undefined) return;
    const done = await run({ label, role, expiresAt, ...(email.trim() === '' ? {} : { email: email.trim() }) });
    if (!done?.ok) return;
    setMade(done.value);
    await refresh('invitations');
  };

  if (made) {
    return (
      <Dialog title={t('invitations.madeTitle', { name: made.label })} onClose={onClose} actions={<Button look="primary" onClick={onClose}>{t('invitations.done')}</Button>}>
        <InvitationLink invitation={made} email={email.trim()} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t('invitations.create')} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button type="submit" form={form} look="primary" busy={busy}>{t('invitations.make')}</Button></>}
    >
      <form id={form} className={shared['form']} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('invitations.for')} hint={t('invitations.forHint')} value={label} onChange={setLabel} maxLength={limits.nameChars}
          error={tried && label.trim() === '' ? t('invitations.faults.for') : undefined}
        />
        <RoleSelect kind={info.kind} value={role} onChange={setRole} label={t('people.role')} among={givable(info.kind, ownRole)} />
        <DateTimeField
          label={t('invitations.until')} value={expiresAt} onChange={setExpiresAt} zone={zone}
          error={tried && late ? t('invitations.faults.until') : undefined}
        />
        <TextField label={t('invitations.email')} hint={t('invitations.emailHint')} optional type="email" autoComplete="off" value={email} onChange={setEmail} />
        <ProblemNotice problem={problem} />
      </form>
    </Dialog>
  );
}

/** Whoever only invites gives no role that may more than their own. */
function givable(kind: KindName, own: Role): readonly Role[] {
  const mine = permissionsOf(kind, own);
  return rolesOf(kind).filter((role) => mine.has('participant.assign') || [...permissionsOf(kind, role)].every((permission) => mine.has(permission)));
}
