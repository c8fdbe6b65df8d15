import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { checkContainer, containerNumber } from '../../../protocol/observation/iso6346.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox, TextField } from '../../ui/Field.tsx';
import { useVisit } from '../source.tsx';
import css from './Inspection.module.css';

const WHOLE = 11;

/** The number of the container first: its check digit tells at once whether it was read well (ISO 6346). */
export function BeginInspection({ onBegun }: { readonly onBegun: (inspection: string) => void }): ReactNode {
  const { t } = useTranslation('notebook');
  const { me, observation, run } = useVisit();
  const [typed, setTyped] = useState('');
  const [asRead, setAsRead] = useState(false);
  const [tried, setTried] = useState(false);
  const number = containerNumber(typed);
  const check = checkContainer(number);
  const isDigitWrong = !check.ok && check.why === 'digit';
  // While somebody types, an unfinished number is no mistake.
  const error = check.ok || (!tried && number.length < WHOLE)
    ? undefined
    : isDigitWrong ? t('inspection.digit', { digit: check.expected }) : t('inspection.form');
  const begin = async (): Promise<void> => {
    setTried(true);
    if (!check.ok && !(isDigitWrong && asRead)) return;
    const zone = observation.cameras.places[me.id];
    const begun = await run('inspection.begin', { container: number, asRead: isDigitWrong && asRead, ...(zone === undefined ? {} : { zone }) });
    if (begun === undefined) return;
    setTyped('');
    setTried(false);
    onBegun(begun);
  };
  return (
    <form
      className={css['begin']} noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <TextField
        label={t('inspection.number')} hint={t('inspection.numberHint')} value={typed} maxLength={20} autoCapitalize="characters" autoComplete="off" spellCheck={false}
        error={error} className={css['number']} onChange={setTyped}
      />
      {isDigitWrong && <Checkbox label={t('inspection.asRead')} hint={t('inspection.asReadText')} checked={asRead} onChange={setAsRead} />}
      <Button look="primary" type="submit" wide>{t('inspection.begin')}</Button>
    </form>
  );
}
