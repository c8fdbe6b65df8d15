import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Side } from '../../../protocol/ceremony/ceremony.ts';
import { limits } from '../../../protocol/limits.ts';
import type { Role } from '../../../protocol/kinds.ts';
import { Modal } from '../../room/parts/Modal.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { LanguageField } from '../../ui/LanguageField.tsx';
import { Select } from '../../ui/Select.tsx';
import { useCeremony } from '../source.tsx';
import css from './Prepare.module.css';

/** Nobody, where somebody may be chosen. */
const NONE = '-';

/** A side: which administration, its language, who signs and who witnesses. */
export function SideDialog({ side, onClose }: { readonly side: Side; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['ceremony', 'common', 'kinds']);
  const form = useId();
  const { ceremony, participants, session, run } = useCeremony();
  const people = Object.values(participants).filter((one) => one.presence !== 'removed' && one.presence !== 'banned');
  const administrations = [...new Map(people.map((one) => [one.administration, one])).values()];
  const before = ceremony.sides[side];
  const [administration, setAdministration] = useState(before?.administration ?? (side === 'a' ? session.administration : administrations.find((one) => one.administration !== session.administration)?.administration));
  const theirs = (role: Role) => people.filter((one) => one.administration === administration && one.role === role);
  const [language, setLanguage] = useState(before?.language ?? theirs('signatory')[0]?.language);
  const [signatory, setSignatory] = useState(before?.signatory ?? theirs('signatory')[0]?.id);
  const [witness, setWitness] = useState(before?.witness);
  const [signatoryTitle, setSignatoryTitle] = useState(before?.signatoryTitle ?? '');
  const [witnessTitle, setWitnessTitle] = useState(before?.witnessTitle ?? '');
  const country = people.find((one) => one.administration === administration)?.country;
  const choose = (next: string): void => {
    setAdministration(next);
    const first = people.find((one) => one.administration === next && one.role === 'signatory');
    setSignatory(first?.id);
    setWitness(undefined);
    setLanguage(first?.language ?? people.find((one) => one.administration === next)?.language);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (administration === undefined || language === undefined || country === undefined) return;
    const done = await run('ceremony.side', {
      side, administration, country, language, signatoryTitle: signatoryTitle.trim(), witnessTitle: witnessTitle.trim(),
      ...(signatory === undefined ? {} : { signatory }), ...(witness === undefined ? {} : { witness }),
    });
    if (done) onClose();
  };
  return (
    <Modal
      title={t('side.edit', { side: side.toUpperCase() })} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button type="submit" form={form} look="primary">{t('common:save')}</Button></>}
    >
      <form id={form} className={css['form']} noValidate onSubmit={(event) => void submit(event)}>
        <Select label={t('side.administration')} options={administrations.map((one) => ({ value: one.administration, label: one.administrationName }))} value={administration} onChange={choose} />
        <LanguageField label={t('side.language')} hint={t('side.languageHint')} value={language} onChange={setLanguage} />
        <Select
          label={t('kinds:role.signatory')} hint={t('side.roleHint')} placeholder={t('side.nobody')} options={theirs('signatory').map((one) => ({ value: one.id, label: one.name }))}
          value={signatory} onChange={setSignatory}
        />
        <TextField label={t('side.signatoryTitle')} optional value={signatoryTitle} maxLength={limits.nameChars} onChange={setSignatoryTitle} />
        <Select
          label={t('kinds:role.witness')} options={[{ value: NONE, label: t('side.noWitness') }, ...theirs('witness').map((one) => ({ value: one.id, label: one.name }))]}
          value={witness ?? NONE} onChange={(next) => setWitness(next === NONE ? undefined : next)}
        />
        {witness !== undefined && <TextField label={t('side.witnessTitle')} optional value={witnessTitle} maxLength={limits.nameChars} onChange={setWitnessTitle} />}
      </form>
    </Modal>
  );
}
