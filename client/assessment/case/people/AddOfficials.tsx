import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../app/api.ts';
import type { InvitedDraft } from '../../../pages/schedule/draft.ts';
import { InvitedList } from '../../../pages/schedule/InvitedList.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { useCase } from '../source.tsx';
import { useForm } from '../useForm.ts';

/** Gives people a seat in the case. */
export function AddOfficials({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('case');
  const { session, participants } = useCase();
  const [invited, setInvited] = useState<readonly InvitedDraft[]>([]);
  const form = useForm(invited.length === 0 ? undefined : () => api('addParticipants', {
    params: { session: session.id }, body: { people: invited.map(({ person, role }) => ({ person: person.id, role })) },
  }), onClose);
  return (
    <FormDialog title={t('people.add')} form={form} onClose={onClose} verb={t('people.addNow')}>
      <InvitedList kind="case" value={invited} onChange={setInvited} without={Object.keys(participants)} />
    </FormDialog>
  );
}
