import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../../protocol/live/participants.ts';
import { useAction } from '../../../app/useAction.ts';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { useSessionCommand } from '../../shared/useSessionCommand.ts';

interface Props {
  readonly session: string;
  readonly participant: Participant;
  readonly onClose: () => void;
}

/** Asks before somebody is taken off the list. */
export function RemoveDialog({ session, participant, onClose }: Props): ReactNode {
  const { t } = useTranslation('pages');
  const command = useSessionCommand(session);
  const { run, busy, problem } = useAction(() => command('participant.uninvite', { participant: participant.id }));
  const remove = async (): Promise<void> => {
    const done = await run();
    if (done?.ok) onClose();
  };
  return (
    <ConfirmDialog
      title={t('people.removeTitle', { name: participant.name })} confirm={t('people.remove')} busy={busy} problem={problem}
      onConfirm={() => void remove()} onClose={onClose}
    >
      {t('people.removeText')}
    </ConfirmDialog>
  );
}
