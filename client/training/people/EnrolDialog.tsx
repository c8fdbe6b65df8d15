import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionPeople } from '../../../protocol/training/views.ts';
import { api } from '../../app/api.ts';
import { useRefresh } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Checkbox } from '../../ui/Field.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { toast } from '../../ui/Toast.tsx';
import css from './people.module.css';

interface Props {
  readonly edition: string;
  readonly candidates: EditionPeople['candidates'];
  readonly onClose: () => void;
}

/** People who get a place, or a place in the queue. */
export function EnrolDialog({ edition, candidates, onClose }: Props): ReactNode {
  const { t } = useTranslation(['training', 'common']);
  const refresh = useRefresh();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { run, busy, problem } = useAction(useCallback((people: readonly string[]) => api('enrolPeople', { params: { edition }, body: { people: [...people] } }), [edition]));
  const wanted = text.trim().toLocaleLowerCase();
  const shown = candidates.filter(({ name, administrationName }) => `${name} ${administrationName}`.toLocaleLowerCase().includes(wanted));
  const enrol = async (): Promise<void> => {
    const done = await run(chosen);
    if (!done?.ok) return;
    toast(done.value.waiting > 0 ? t('people.enrolledWaiting', { enrolled: done.value.enrolled, waiting: done.value.waiting }) : t('people.enrolled', { count: done.value.enrolled }));
    await refresh('editionPeople', 'edition', 'training');
    onClose();
  };
  return (
    <Dialog
      title={t('people.enrol')} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button look="primary" busy={busy} disabled={chosen.length === 0} onClick={() => void enrol()}>{t('people.enrolNow', { count: chosen.length })}</Button></>}
    >
      <SearchField label={t('people.find')} value={text} onChange={setText} />
      {shown.length === 0 ? <p>{t('people.nobody')}</p> : (
        <div className={css['pick']}>
          {shown.map(({ id, name, administrationName }) => (
            <Checkbox key={id} label={name} hint={administrationName} checked={chosen.includes(id)} onChange={(on) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))} />
          ))}
        </div>
      )}
      <ProblemNotice problem={problem} />
    </Dialog>
  );
}
