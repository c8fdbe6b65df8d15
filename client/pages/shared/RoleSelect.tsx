import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rolesOf } from '../../../protocol/kinds.ts';
import type { KindName, Role } from '../../../protocol/kinds.ts';
import { Select } from '../../ui/Select.tsx';

interface Props {
  readonly kind: KindName;
  readonly value: Role;
  readonly onChange: (role: Role) => void;
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly disabled?: boolean;
  /** Only these, of the kind's roles. */
  readonly among?: readonly Role[];
}

/** One of the roles that a kind of session has. */
export function RoleSelect({ kind, value, onChange, label, labelHidden = false, disabled = false, among = rolesOf(kind) }: Props): ReactNode {
  const { t } = useTranslation('kinds');
  return (
    <Select<Role>
      label={label} labelHidden={labelHidden} disabled={disabled} value={value} onChange={onChange}
      options={among.map((role) => ({ value: role, label: t(`role.${role}`) }))}
    />
  );
}
