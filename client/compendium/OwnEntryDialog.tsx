import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { programmeKinds } from '../../protocol/compendium/model.ts';
import type { OwnEntry, ToldEntry } from '../../protocol/compendium/model.ts';
import { limits } from '../../protocol/limits.ts';
import { api } from '../app/api.ts';
import { useRefresh } from '../app/queries.ts';
import { useAction } from '../app/useAction.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { toast } from '../ui/Toast.tsx';
import shared from '../pages/shared/shared.module.css';

const empty: OwnEntry = { name: '', kind: 'operational', legalBasis: '', eligible: '', criteria: '', validity: '', benefits: '', contact: '' };
const fields = ['legalBasis', 'eligible', 'criteria', 'validity', 'benefits', 'contact'] as const;

/** What one's own administration says of its programme; shown with who said it and when. */
export function OwnEntryDialog({ told, name, onClose }: { readonly told: ToldEntry | undefined; readonly name: string; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['compendium', 'common']);
  const refresh = useRefresh();
  const [entry, setEntry] = useState<OwnEntry>(() => {
    if (!told) return empty;
    const { administration: _of, administrationName: _for, by: _by, at: _at, ...own } = told;
    return own;
  });
  const [tried, setTried] = useState(false);
  const save = useAction(() => api('tellEntry', { body: entry }));
  const withdraw = useAction(() => api('withdrawEntry'));
  const isNameless = entry.name.trim() === '';
  const leave = async (what: 'own.saved' | 'own.withdrawn'): Promise<void> => {
    await refresh('compendium');
    toast(t(what));
    onClose();
  };
  const takeBack = async (): Promise<void> => {
    if ((await withdraw.run())?.ok) await leave('own.withdrawn');
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!isNameless && (await save.run())?.ok) await leave('own.saved');
  };
  return (
    <Dialog
      title={t('own.title', { name })} wide onClose={onClose}
      actions={(
        <>
          {told && <Button look="stopLine" busy={withdraw.busy} onClick={() => void takeBack()}>{t('own.withdraw')}</Button>}
          <Button look="line" onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" busy={save.busy} onClick={() => void submit()}>{t('common:save')}</Button>
        </>
      )}
    >
      <div className={shared['form']}>
        <p className={shared['muted']}>{t('own.text')}</p>
        <TextField label={t('own.name')} value={entry.name} maxLength={limits.titleChars} onChange={(value) => setEntry({ ...entry, name: value })} {...(tried && isNameless ? { error: t('own.nameMissing') } : {})} />
        <Select label={t('column.kind')} value={entry.kind} onChange={(kind) => setEntry({ ...entry, kind })} options={programmeKinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))} />
        {fields.map((field) => (
          <TextArea key={field} label={t(`own.${field}`)} optional rows={3} maxLength={limits.remarkChars} value={entry[field]} onChange={(value) => setEntry({ ...entry, [field]: value })} />
        ))}
        <ProblemNotice problem={save.problem ?? withdraw.problem} />
      </div>
    </Dialog>
  );
}
