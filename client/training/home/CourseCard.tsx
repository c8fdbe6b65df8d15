import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../../ui/Link.tsx';
import type { EditionSummary } from '../../../protocol/training/views.ts';
import { api } from '../../app/api.ts';
import { useRefresh } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { toast } from '../../ui/Toast.tsx';
import { useNow } from '../../ui/Times.tsx';
import { editionPath } from '../shared/paths.ts';
import { Progress } from '../shared/Progress.tsx';
import { useFigures, useWords } from '../shared/words.ts';
import pages from '../../pages/shared/shared.module.css';
import css from '../shared/training.module.css';

/** An edition in a list: what it is, when, and what one can do with it. */
export function CourseCard({ edition }: { readonly edition: EditionSummary }): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const { day } = useFigures();
  const now = useNow(60_000);
  const { id, mine, roles } = edition;
  const mayOpen = roles.length > 0;
  const title = words(edition.title);
  return (
    <article className={css['course']}>
      <div className={pages['chips']}>
        {now < edition.startsAt ? <Chip icon="clock">{t('phase.early')}</Chip> : now > edition.endsAt ? <Chip>{t('phase.over')}</Chip> : <Chip tone="accent">{t('phase.running')}</Chip>}
        {roles.filter((role) => role !== 'trainee').map((role) => <Chip key={role} icon="person">{t(`role.${role}`)}</Chip>)}
        {mine?.state === 'waiting' && <Chip tone="warn" icon="clock">{t('card.waiting', { place: mine.place })}</Chip>}
        {mine?.certificate !== undefined && <Chip tone="ok" icon="award">{t('certificate.short')}</Chip>}
        {(edition.toMark ?? 0) > 0 && <Chip tone="warn" icon="edit">{t('card.toMark', { count: edition.toMark })}</Chip>}
      </div>
      <div>
        <h3>{mayOpen ? <Link to={editionPath(id)}>{title}</Link> : title}</h3>
        <p className={css['note']}>{edition.name} · {edition.administrationName}</p>
      </div>
      <p className={css['summary']}>{words(edition.summary)}</p>
      <div className={css['stack']}>
        <div className={css['facts']}>
          <span><Icon name="calendar" size={16} />{t('card.dates', { from: day(edition.startsAt, edition.zone), to: day(edition.endsAt, edition.zone) })}</span>
          <span><Icon name="clock" size={16} />{t('card.size', { count: edition.modules, hours: edition.hours })}</span>
          {mine?.state !== 'enrolled' && <span><Icon name="people" size={16} />{t('card.places', { enrolled: edition.enrolled, places: edition.places })}</span>}
        </div>
        {mine?.state === 'enrolled' && <Progress share={mine.progress} label={t('progress.label', { course: title })} />}
        <div className={css['foot']}>
          {mine?.state === 'enrolled' && <ButtonLink look="primary" to={editionPath(id)}>{mine.progress === 0 ? t('card.begin') : t('card.go')}</ButtonLink>}
          {roles.some((role) => role !== 'trainee') && mine?.state !== 'enrolled' && <ButtonLink look="line" to={editionPath(id)}>{t('card.open')}</ButtonLink>}
          {roles.some((role) => role !== 'trainee') && <ButtonLink look="quiet" icon="people" to={editionPath(id, 'people')}>{t('tabs.people')}</ButtonLink>}
          {mine === undefined && roles.length === 0 && edition.enrolment === 'self' && now < edition.endsAt && <Enrol edition={edition} />}
        </div>
      </div>
    </article>
  );
}

function Enrol({ edition }: { readonly edition: EditionSummary }): ReactNode {
  const { t } = useTranslation('training');
  const refresh = useRefresh();
  const isFull = edition.enrolled >= edition.places;
  const { run, busy, problem } = useAction(useCallback(() => api('enrolMyself', { params: { edition: edition.id } }), [edition.id]));
  const enrol = async (): Promise<void> => {
    const done = await run();
    if (!done?.ok) return;
    toast(done.value.mine?.state === 'waiting' ? t('card.nowWaiting') : t('card.nowEnrolled'));
    await refresh('training', 'edition');
  };
  return <><Button look={isFull ? 'line' : 'primary'} busy={busy} onClick={() => void enrol()}>{isFull ? t('card.wait') : t('card.enrol')}</Button><ProblemNotice problem={problem} /></>;
}
