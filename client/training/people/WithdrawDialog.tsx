import { useCallback, useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import { api } from '../../app/api.ts';
import { useRefresh } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';

interface Props {
  readonly edition: string;
  readonly number: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Takes a certificate back for good, with a reason that anybody who verifies it reads. */
export function WithdrawDialog({ edition, number, name, onClose }: Props): ReactNode {
  const { t } = useTranslation(['training', 'common']);
  const form = useId();
  const refresh = useRefresh();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { run, busy, problem } = useAction(useCallback((why: string) => api('withdrawCertificate', { params: { edition, certificate: number }, body: { reason: why } }), [edition, number]));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || !(await run(reason))?.ok) return;
    await refresh('editionPeople', 'edition', 'training');
    onClose();
  };
  return (
    <Dialog
      role="alertdialog" title={t('people.withdrawAsk', { name })} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button type="submit" form={form} look="stop" busy={busy}>{t('people.withdraw')}</Button></>}
    >
      <form id={form} noValidate onSubmit={(event) => void submit(event)}>
        <TextField label={t('people.reason')} hint={t('people.reasonHint', { number })} value={reason} maxLength={limits.remarkChars} onChange={setReason} error={tried && reason.trim() === '' ? t('people.reasonMissing') : undefined} />
      </form>
      <ProblemNotice problem={problem} />
    </Dialog>
  );
}
