import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { FormDialog } from './FormDialog.tsx';
import { useCase } from './source.tsx';
import { useForm } from './useForm.ts';

/** For those who run the case: its name, and closing it. */
export function CaseTools(): ReactNode {
  const { t } = useTranslation('case');
  const { may, run } = useCase();
  const [open, setOpen] = useState<'name' | 'close'>();
  if (!may('session.manage')) return null;
  return (
    <>
      <Menu
        label={t('tools.more')} trigger={{ look: 'line', icon: 'more' }}
        groups={[
          { id: 'own', entries: [{ id: 'name', label: t('tools.rename'), icon: 'edit', onAction: () => setOpen('name') }] },
          { id: 'end', entries: [{ id: 'close', label: t('tools.close'), icon: 'lock', danger: true, onAction: () => setOpen('close') }] },
        ]}
      />
      {open === 'name' && <NameDialog onClose={() => setOpen(undefined)} />}
      {open === 'close' && (
        <ConfirmDialog
          title={t('tools.closeTitle')} confirm={t('tools.close')} onClose={() => setOpen(undefined)}
          onConfirm={() => void run('session.end', {}).then((done) => done && location.reload())}
        >
          {t('tools.closeText')}
        </ConfirmDialog>
      )}
    </>
  );
}

function NameDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('case');
  const { session, send } = useCase();
  const [title, setTitle] = useState(session.title);
  const isTitleless = title.trim() === '';
  const form = useForm(isTitleless ? undefined : () => send('session.change', { title }), onClose);
  return (
    <FormDialog title={t('tools.rename')} form={form} onClose={onClose}>
      <TextField label={t('cases.name')} value={title} onChange={setTitle} maxLength={limits.titleChars} {...(form.tried && isTitleless ? { error: t('missing.title') } : {})} />
    </FormDialog>
  );
}
