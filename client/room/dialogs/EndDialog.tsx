import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../live/useCommand.ts';
import { AskDialog } from '../parts/AskDialog.tsx';

export default function EndDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('room');
  const run = useCommand();
  return (
    <AskDialog title={t('leave.allTitle')} confirm={t('leave.all')} onClose={onClose} onConfirm={() => void run('session.end', {})}>{t('leave.allAsk')}</AskDialog>
  );
}
