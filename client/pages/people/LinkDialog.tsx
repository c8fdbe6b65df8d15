import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { MadeLink } from './madeLink.ts';

/** A one-time link with which somebody sets their password; shown this once. */
export function LinkDialog({ made, onClose }: { readonly made: MadeLink; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('identity');
  return (
    <Dialog title={t('link.title', { name: made.name })} onClose={onClose} actions={<Button look="primary" onClick={onClose}>{t('link.done')}</Button>}>
      <CopyField label={t('link.label')} value={new URL(made.link, location.origin).href} hint={t('link.hint', { name: made.name })} />
    </Dialog>
  );
}
