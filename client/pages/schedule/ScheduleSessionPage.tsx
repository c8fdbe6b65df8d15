import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { KindName } from '../../../protocol/kinds.ts';
import type { RouteBodyInput } from '../../../protocol/routes/table.ts';
import { useAccount } from '../../app/account.tsx';
import { api } from '../../app/api.ts';
import { Page } from '../../app/Page.tsx';
import { useRefresh } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { useViewerZone } from '../../app/zone.ts';
import { useUiLanguage } from '../../i18n/useLocale.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { toast } from '../../ui/Toast.tsx';
import { nextFullHour } from '../../ui/wallTime.ts';
import { complete, faultsOf, withRolesOf } from './draft.ts';
import type { InvitedDraft, ScheduleDraft } from './draft.ts';
import { focusFirstFault } from './focusFirstFault.ts';
import { InvitedList } from './InvitedList.tsx';
import { KindChoice } from './KindChoice.tsx';
import { ScheduleFields } from './ScheduleFields.tsx';
import shared from '../shared/shared.module.css';

const hourMs = 3_600_000;

/** A new session, which whoever fills this in hosts for their administration. */
export default function ScheduleSessionPage(): ReactNode {
  const { t } = useTranslation('pages');
  const { me } = useAccount();
  const zone = useViewerZone();
  const language = useUiLanguage();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [kind, setKind] = useState<KindName>('plain');
  const [invited, setInvited] = useState<readonly InvitedDraft[]>([]);
  const [tried, setTried] = useState(false);
  const [draft, setDraft] = useState<ScheduleDraft>(() => {
    const startsAt = nextFullHour(Date.now(), zone);
    return { title: '', languages: [language], startsAt, endsAt: startsAt + hourMs, zone, lobby: true };
  });
  const { run, busy, problem } = useAction(async (body: RouteBodyInput<'createSession'>) => api('createSession', { body }));

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const schedule = complete(draft);
    if (!schedule) return focusFirstFault(event.currentTarget);
    const made = await run({
      kind, ...schedule, languages: [...schedule.languages], participants: invited.map(({ person, role }) => ({ person: person.id, role })),
    });
    if (!made?.ok) return;
    await refresh('sessions');
    toast(t('schedule.done'));
    await navigate(`/sessions/${made.value.summary.info.id}`);
  };

  return (
    <Page title={t('schedule.title')} lead={t('schedule.lead', { administration: me.administration?.name ?? '' })} narrow>
      <form className={shared['form']} noValidate onSubmit={(event) => void submit(event)}>
        <KindChoice value={kind} onChange={(next) => {
          setKind(next);
          setInvited(withRolesOf(next, invited));
        }} />
        <ScheduleFields draft={draft} onChange={setDraft} faults={tried ? faultsOf(draft) : []} />
        <section className={shared['section']}>
          <h2>{t('schedule.people')}</h2>
          <InvitedList kind={kind} value={invited} onChange={setInvited} without={me.person ? [me.person.id] : []} />
        </section>
        <ProblemNotice problem={problem} />
        <div className={shared['buttons']}>
          <Button type="submit" look="primary" busy={busy}>{t('schedule.submit')}</Button>
          <ButtonLink look="line" to="/sessions">{t('schedule.cancel')}</ButtonLink>
        </div>
      </form>
    </Page>
  );
}
