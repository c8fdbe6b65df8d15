import { may } from '../../protocol/kinds.ts';
import type { KindName, Role } from '../../protocol/kinds.ts';
import type { SessionId } from '../../protocol/live/ids.ts';
import type { Permission } from '../../protocol/permissions.ts';

const files = [
  { of: 'visit', permission: 'visit.see' }, { of: 'meeting', permission: 'meeting.see' }, { of: 'ceremony', permission: 'ceremony.see' },
] as const satisfies readonly { readonly of: string; readonly permission: Permission }[];

/** What a session of this kind keeps from its plan to its record, for a role that may open it: where it is, and what it is (its name is below kinds:file). */
export function sessionFile({ id, kind }: { readonly id: SessionId; readonly kind: KindName }, role: Role): { readonly to: string; readonly of: (typeof files)[number]['of'] } | undefined {
  const found = files.find(({ permission }) => may(kind, role, permission));
  return found && { to: `/sessions/${id}/${found.of}`, of: found.of };
}
