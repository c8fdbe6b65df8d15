import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionDetails } from '../../../../protocol/routes/sessions.ts';
import { api } from '../../../app/api.ts';
import { useRefresh } from '../../../app/queries.ts';
import { useAction } from '../../../app/useAction.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { toast } from '../../../ui/Toast.tsx';
import type { InvitedDraft } from '../../schedule/draft.ts';
import { InvitedList } from '../../schedule/InvitedList.tsx';

/** Puts people of the installation on the list. */
export function AddPeopleDialog({ details, onClose }: { readonly details: SessionDetails; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['pages', 'common']);
  const { info } = details.summary;
  const refresh = useRefresh();
  const [invited, setInvited] = useState<readonly InvitedDraft[]>([]);
  const { run, busy, problem } = useAction(() => api('addParticipants', {
    params: { session: info.id }, body: { people: invited.map(({ person, role }) => ({ person: person.id, role })) },
  }));
  const add = async (): Promise<void> => {
    const done = await run();
    if (!done?.ok) return;
    await refresh('session', 'sessions');
    toast(t('people.added', { count: invited.length }));
    onClose();
  };
  return (
    <Dialog
      title={t('people.add')} wide onClose={onClose}
      actions={(
        <>
          <Button look="line" onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" busy={busy} disabled={invited.length === 0} onClick={() => void add()}>{t('people.addNow', { count: invited.length })}</Button>
        </>
      )}
    >
      <InvitedList kind={info.kind} value={invited} onChange={setInvited} without={details.participants.flatMap((one) => one.person ?? [])} />
      <ProblemNotice problem={problem} />
    </Dialog>
  );
}
