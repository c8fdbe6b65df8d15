import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import type { ConsentState, PersonConsent } from '../../../protocol/observation/consents.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { useTyped } from '../plan/typed.ts';
import { useVisit } from '../source.tsx';
import shared from '../../pages/shared/shared.module.css';
import plan from '../plan/plan.module.css';

const firstStates = ['given', 'refused'] as const;

/** Somebody on the premises: who, where they work, and for a new one what they said. */
export function PersonDialog({ person, onClose }: { readonly person: PersonConsent | undefined; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['visit', 'common']);
  const form = useId();
  const { observation, run } = useVisit();
  const now = (person && observation.consents.persons[person.id]) ?? person;
  const { value, set } = useTyped<{ readonly name: string; readonly zone: string; readonly state: ConsentState | undefined }>({
    name: now?.name ?? '', zone: now?.zone ?? '', state: now?.state,
  });
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const nameless = value.name.trim() === '';

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (nameless || value.state === undefined || busy) return;
    setBusy(true);
    const saved = await run('consent.person', {
      name: value.name, state: value.state, ...(person ? { consent: person.id } : {}), ...(value.zone === '' ? {} : { zone: value.zone }),
    });
    setBusy(false);
    if (saved !== undefined) onClose();
  };
  return (
    <Dialog
      title={person ? t('consent.changePerson', { name: person.name }) : t('consent.addPerson')} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button type="submit" form={form} look="primary" busy={busy}>{t('common:save')}</Button></>}
    >
      <form id={form} className={shared['form']} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('consent.name')} value={value.name} maxLength={limits.nameChars} onChange={(name) => set('name', name)} autoComplete="off"
          error={tried && nameless ? t('consent.nameMissing') : undefined}
        />
        <Select
          label={t('consent.where')} hint={t('consent.whereHint')} value={value.zone} onChange={(zone) => set('zone', zone)}
          options={[{ value: '', label: t('consent.anywhere') }, ...Object.values(observation.plan.zones).map((zone) => ({ value: zone.id, label: zone.name }))]}
        />
        {!person && (
          <fieldset className={plan['choices']} aria-describedby={tried && value.state === undefined ? `${form}-state` : undefined}>
            <legend>{t('consent.answer')}</legend>
            <div className={plan['verdicts']}>
              {firstStates.map((state) => (
                <label key={state} className={plan['verdict']}>
                  <input type="radio" name={`${form}-state`} checked={value.state === state} onChange={() => set('state', state)} />{t(`consent.state.${state}`)}
                </label>
              ))}
            </div>
            {tried && value.state === undefined && <p className={plan['fault']} id={`${form}-state`} role="alert">{t('consent.answerMissing')}</p>}
          </fieldset>
        )}
      </form>
    </Dialog>
  );
}
