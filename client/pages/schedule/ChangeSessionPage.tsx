import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams } from 'react-router';
import type { SessionDetails } from '../../../protocol/routes/sessions.ts';
import { Fetched } from '../../app/Fetched.tsx';
import { Page } from '../../app/Page.tsx';
import { useApi } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { toast } from '../../ui/Toast.tsx';
import { useSessionCommand } from '../shared/useSessionCommand.ts';
import { complete, faultsOf } from './draft.ts';
import type { ScheduleDraft } from './draft.ts';
import { focusFirstFault } from './focusFirstFault.ts';
import { ScheduleFields } from './ScheduleFields.tsx';
import shared from '../shared/shared.module.css';

/** Changes what was agreed for a session. */
export default function ChangeSessionPage(): ReactNode {
  const { session = '' } = useParams();
  const details = useApi('session', { params: { session } });
  return <Fetched of={details}>{(data) => (data.summary.mayManage ? <Form details={data} /> : <Navigate to={`/sessions/${session}`} replace />)}</Fetched>;
}

function Form({ details }: { readonly details: SessionDetails }): ReactNode {
  const { t } = useTranslation('pages');
  const { info } = details.summary;
  const navigate = useNavigate();
  const command = useSessionCommand(info.id);
  const [tried, setTried] = useState(false);
  const [draft, setDraft] = useState<ScheduleDraft>(() => ({
    title: info.title, languages: info.languages, startsAt: info.startsAt, endsAt: info.endsAt, zone: info.zone, lobby: info.lobby,
  }));
  const { run, busy, problem } = useAction(command<'session.change'>);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const schedule = complete(draft);
    if (!schedule) return focusFirstFault(event.currentTarget);
    const done = await run('session.change', { ...schedule, languages: [...schedule.languages] });
    if (!done?.ok) return;
    toast(t('change.done'));
    await navigate(`/sessions/${info.id}`);
  };

  return (
    <Page title={t('change.title')} lead={info.title} narrow>
      <form className={shared['form']} noValidate onSubmit={(event) => void submit(event)}>
        <ScheduleFields draft={draft} onChange={setDraft} faults={tried ? faultsOf(draft) : []} />
        <ProblemNotice problem={problem} />
        <div className={shared['buttons']}>
          <Button type="submit" look="primary" busy={busy}>{t('change.submit')}</Button>
          <ButtonLink look="line" to={`/sessions/${info.id}`}>{t('schedule.cancel')}</ButtonLink>
        </div>
      </form>
    </Page>
  );
}
