import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import { TextField } from '../../ui/Field.tsx';
import { personFaults } from './personDraft.ts';
import type { PersonDraft } from './personDraft.ts';

interface Props {
  readonly value: PersonDraft;
  readonly onChange: (draft: PersonDraft) => void;
  readonly tried: boolean;
  /** About whoever fills it in: the browser may help. */
  readonly own?: boolean;
}

/** A person's name and e-mail address. */
export function NameAndEmail({ value, onChange, tried, own = false }: Props): ReactNode {
  const { t } = useTranslation('identity');
  const faults = tried ? personFaults(value) : [];
  return (
    <>
      <TextField
        label={t('name')} hint={t('nameHint')} autoComplete={own ? 'name' : 'off'} maxLength={limits.nameChars} value={value.name}
        onChange={(name) => onChange({ ...value, name })} error={faults.includes('name') ? t('faults.name') : undefined}
      />
      <TextField
        label={t('email')} type="email" inputMode="email" autoComplete={own ? 'email' : 'off'} value={value.email}
        onChange={(email) => onChange({ ...value, email })} error={faults.includes('email') ? t('faults.email') : undefined}
      />
    </>
  );
}
