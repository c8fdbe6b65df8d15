import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KindName, Role } from '../../../../protocol/kinds.ts';
import type { Participant } from '../../../../protocol/live/participants.ts';
import { useAction } from '../../../app/useAction.ts';
import { toast } from '../../../ui/Toast.tsx';
import { RoleSelect } from '../../shared/RoleSelect.tsx';
import { useSessionCommand } from '../../shared/useSessionCommand.ts';

interface Props {
  readonly session: string;
  readonly kind: KindName;
  readonly participant: Participant;
  /** The roles that they can be given, their own among them. */
  readonly among: readonly Role[];
}

/** Somebody's role, to be changed at once. */
export function AssignedRole({ session, kind, participant, among }: Props): ReactNode {
  const { t } = useTranslation(['pages', 'kinds', 'errors']);
  const command = useSessionCommand(session);
  const { run, busy } = useAction((role: Role) => command('participant.assign', { participant: participant.id, role }));
  const assign = async (role: Role): Promise<void> => {
    const done = await run(role);
    if (!done) return;
    if (done.ok) toast(t('people.assigned', { name: participant.name, role: t(`kinds:role.${role}`) }));
    else toast(t(`errors:${done.error.code}`), 'warning');
  };
  return (
    <RoleSelect
      kind={kind} among={among} value={participant.role} labelHidden label={t('people.roleOf', { name: participant.name })} disabled={busy}
      onChange={(role) => void assign(role)}
    />
  );
}
