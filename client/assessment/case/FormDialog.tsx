import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import type { Form } from './useForm.ts';
import shared from '../../pages/shared/shared.module.css';

interface Props {
  readonly title: string;
  readonly form: Form;
  readonly onClose: () => void;
  /** The verb on the button; else "Save". */
  readonly verb?: string;
  readonly children: ReactNode;
}

/** A small form in a dialog. */
export function FormDialog({ title, form, onClose, verb, children }: Props): ReactNode {
  const { t } = useTranslation('common');
  const id = useId();
  return (
    <Dialog
      title={title} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('cancel')}</Button><Button type="submit" form={id} look="primary" busy={form.busy}>{verb ?? t('save')}</Button></>}
    >
      <form id={id} className={shared['form']} noValidate onSubmit={form.submit}>
        {children}
        <ProblemNotice problem={form.problem} />
      </form>
    </Dialog>
  );
}
