import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../../../ui/Link.tsx';
import { stageIds } from '../../../../protocol/assessment/case/ids.ts';
import type { StageId } from '../../../../protocol/assessment/case/ids.ts';
import type { LinkedSession } from '../../../../protocol/assessment/case/plan.ts';
import { kinds } from '../../../../protocol/kinds.ts';
import { api } from '../../../app/api.ts';
import { useApi } from '../../../app/queries.ts';
import { useAction } from '../../../app/useAction.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Times } from '../../../ui/Times.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { useCase } from '../source.tsx';
import { useForm } from '../useForm.ts';
import { useStageName } from '../useStages.ts';
import shared from '../../../pages/shared/shared.module.css';
import css from '../case.module.css';

/** The observations, meetings and the ceremony that serve the case. */
export function LinkedSessions(): ReactNode {
  const { t } = useTranslation('case');
  const { file: { plan }, may } = useCase();
  const [open, setOpen] = useState(false);
  const sessions = Object.values(plan.sessions).toSorted((a, b) => a.startsAt - b.startsAt);
  return (
    <section className={shared['section']}>
      <div className={shared['sectionHead']}>
        <h2>{t('sessions.title')}</h2>
        {may('case.plan') && <Button look="line" icon="link" onClick={() => setOpen(true)}>{t('sessions.link')}</Button>}
      </div>
      {sessions.length === 0
        ? <EmptyState icon="calendar" title={t('sessions.none')}>{t('sessions.noneText')}</EmptyState>
        : <ul className={css['list']}>{sessions.map((one) => <SessionItem key={one.id} linked={one} />)}</ul>}
      {open && <LinkDialog onClose={() => setOpen(false)} />}
    </section>
  );
}

function SessionItem({ linked }: { readonly linked: LinkedSession }): ReactNode {
  const { t } = useTranslation(['case', 'kinds']);
  const { session, may } = useCase();
  const stage = useStageName();
  const mine = useApi('sessions').data?.sessions.some(({ info }) => info.id === linked.id) ?? false;
  const { run, busy } = useAction(() => api('unlinkSession', { params: { session: session.id, linked: linked.id } }));
  return (
    <li className={css['item']}>
      <div className={css['itemWords']}>
        <b>{mine ? <Link className={shared['titleLink']} to={`/sessions/${linked.id}`}>{linked.title}</Link> : linked.title}</b>
        <div className={css['itemMeta']}>
          <Chip tone="accent">{t(`kinds:kind.${linked.kind}`)}</Chip>
          <Chip tone={linked.phase === 'live' ? 'ok' : 'neutral'}>{t(`kinds:phase.${linked.phase}`)}</Chip>
          <span>{stage(linked.stage)}</span>
        </div>
        <div className={css['itemMeta']}><Times start={linked.startsAt} end={linked.endsAt} zone={linked.zone} withDay /></div>
      </div>
      {may('case.plan') && <IconButton icon="close" label={t('sessions.unlinkNamed', { title: linked.title })} disabled={busy} onClick={() => void run()} />}
    </li>
  );
}

function LinkDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['case', 'kinds']);
  const stageName = useStageName();
  const { session, file: { plan } } = useCase();
  const all = useApi('sessions').data?.sessions ?? [];
  const free = all.filter(({ info, mayManage }) => mayManage && !kinds[info.kind].standing && info.phase !== 'ended' && plan.sessions[info.id] === undefined);
  const [chosen, setChosen] = useState('');
  const [stage, setStage] = useState<StageId>('comparison');
  const form = useForm(chosen === '' ? undefined : () => api('linkSession', { params: { session: session.id }, body: { session: chosen, stage } }), onClose);
  return (
    <FormDialog title={t('sessions.link')} form={form} onClose={onClose} verb={t('sessions.linkNow')}>
      <p className={shared['muted']}>{t('sessions.linkText')}</p>
      <Select
        label={t('sessions.which')} value={chosen} onChange={setChosen} placeholder={free.length === 0 ? t('sessions.noFree') : ''} disabled={free.length === 0}
        options={free.map(({ info }) => ({ value: info.id, label: info.title, detail: t(`kinds:kind.${info.kind}`) }))} {...(form.tried && chosen === '' ? { error: t('missing.session') } : {})}
      />
      <Select label={t('stage')} value={stage} onChange={setStage} options={stageIds.map((one) => ({ value: one, label: stageName(one) }))} />
    </FormDialog>
  );
}
