import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KindName } from '../../../protocol/kinds.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { PeoplePicker } from '../shared/PeoplePicker.tsx';
import { PersonLine } from '../shared/PersonLine.tsx';
import { RoleSelect } from '../shared/RoleSelect.tsx';
import { usualRole } from './draft.ts';
import type { InvitedDraft } from './draft.ts';
import css from './Schedule.module.css';

interface Props {
  readonly kind: KindName;
  readonly value: readonly InvitedDraft[];
  readonly onChange: (invited: readonly InvitedDraft[]) => void;
  /** People who are on the list by other means. */
  readonly without: readonly string[];
}

/** Who is to be put on the list, each with a role. */
export function InvitedList({ kind, value, onChange, without }: Props): ReactNode {
  const { t } = useTranslation('pages');
  return (
    <>
      <PeoplePicker
        without={[...without, ...value.map(({ person }) => person.id)]}
        onPick={(person) => onChange([...value, { person, role: usualRole(kind) }])}
      />
      {value.length > 0 && (
        <ul className={css['people']} aria-label={t('schedule.invited')}>
          {value.map(({ person, role }) => (
            <li key={person.id}>
              <PersonLine name={person.name} below={person.administrationName} />
              <div className={css['role']}>
                <RoleSelect
                  kind={kind} value={role} labelHidden label={t('people.roleOf', { name: person.name })}
                  onChange={(next) => onChange(value.map((one) => (one.person.id === person.id ? { ...one, role: next } : one)))}
                />
              </div>
              <IconButton icon="close" label={t('people.takeOff', { name: person.name })} onClick={() => onChange(value.filter((one) => one.person.id !== person.id))} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
