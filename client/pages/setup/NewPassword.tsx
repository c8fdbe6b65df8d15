import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox, TextField } from '../../ui/Field.tsx';
import { passwordLeastChars } from './password.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Says what is missing. */
  readonly tried: boolean;
}

/** A password to be chosen, which one may look at while typing instead of typing it twice. */
export function NewPassword({ label, value, onChange, tried }: Props): ReactNode {
  const { t } = useTranslation('identity');
  const [shown, setShown] = useState(false);
  return (
    <div>
      <TextField
        label={label} hint={t('newPassword.hint', { count: passwordLeastChars })} type={shown ? 'text' : 'password'} autoComplete="new-password"
        spellCheck={false} autoCapitalize="none" value={value} onChange={onChange}
        error={tried && value.length < passwordLeastChars ? t('faults.short', { count: passwordLeastChars }) : undefined}
      />
      <Checkbox label={t('newPassword.show')} checked={shown} onChange={setShown} />
    </div>
  );
}
