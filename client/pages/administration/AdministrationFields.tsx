import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import { CountryField } from '../../ui/CountryField.tsx';
import { TextField } from '../../ui/Field.tsx';
import { LanguageList } from '../shared/LanguageList.tsx';
import { administrationFaults } from './administrationDraft.ts';
import type { AdministrationDraft } from './administrationDraft.ts';

interface Props {
  readonly value: AdministrationDraft;
  readonly onChange: (draft: AdministrationDraft) => void;
  /** Says what is missing. */
  readonly tried: boolean;
}

/** Name, country and working languages of an administration. */
export function AdministrationFields({ value, onChange, tried }: Props): ReactNode {
  const { t } = useTranslation('identity');
  const faults = tried ? administrationFaults(value) : [];
  return (
    <>
      <TextField
        label={t('administration.name')} hint={t('administration.nameHint')} value={value.name} maxLength={limits.nameChars} autoComplete="organization"
        onChange={(name) => onChange({ ...value, name })} error={faults.includes('name') ? t('faults.administration') : undefined}
      />
      <CountryField
        label={t('administration.country')} value={value.country} onChange={(country) => onChange({ ...value, country })}
        error={faults.includes('country') ? t('faults.country') : undefined}
      />
      <LanguageList
        label={t('administration.languages')} value={value.languages} onChange={(languages) => onChange({ ...value, languages })}
        error={faults.includes('languages') ? t('faults.languages') : undefined}
      />
    </>
  );
}
