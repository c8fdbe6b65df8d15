import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../../ui/Link.tsx';
import type { EditionView, ItemView, ModuleView } from '../../../protocol/training/views.ts';
import { address } from '../../app/address.ts';
import { useUiLanguage } from '../../i18n/useLocale.ts';
import { Button, ButtonLink, buttonClass } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icons.tsx';
import type { IconName } from '../../ui/icons.tsx';
import { Times, useNow } from '../../ui/Times.tsx';
import { itemPath } from '../shared/paths.ts';
import { useFigures, useWords } from '../shared/words.ts';
import { ScheduleClassDialog } from './ScheduleClassDialog.tsx';
import pages from '../../pages/shared/shared.module.css';
import css from './edition.module.css';

const icons: Readonly<Record<ItemView['kind'], IconName>> = { lesson: 'document', quiz: 'quiz', class: 'people', assignment: 'edit' };

/** A module: what it is for, what is in it, and what of it is done. */
export function ModuleCard({ module, number, view }: { readonly module: ModuleView; readonly number: number; readonly view: EditionView }): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const { day } = useFigures();
  const now = useNow(60_000);
  const language = useUiLanguage();
  const { summary } = view;
  const before = view.modules.find(({ id }) => id === module.after);
  const isTrainee = summary.roles.includes('trainee');
  const isLate = module.due !== undefined && now > module.due && !module.complete;
  // A class that was missed keeps nobody from completing the module.
  const counted = module.items.filter(({ kind }) => kind !== 'class');
  // What is behind a trainee, or not open yet, is folded away, unless a class of it is still to be held.
  const isUnderWay = !isTrainee || (module.open && !module.complete) || module.items.some((item) => (item.class?.endsAt ?? 0) > now);
  return (
    <li className={cx(pages['card'], !module.open && css['closed'])}>
      <div className={css['head']}>
        <span className={cx(css['number'], module.complete && isTrainee && css['complete'])}>{module.complete && isTrainee ? <Icon name="check" size={18} strokeWidth={2.4} /> : number}</span>
        <div className={css['words']}>
          <h2>{words(module.title)}</h2>
          <div className={pages['chips']}>
            {isTrainee && module.complete && <Chip tone="ok">{t('module.complete')}</Chip>}
            {!module.open && <Chip icon="lock">{before ? t('module.after', { module: words(before.title) }) : t('phase.early')}</Chip>}
            {module.due !== undefined && !module.complete && <Chip tone={isLate ? 'warn' : 'neutral'} icon={isLate ? 'warning' : 'clock'}>{isLate ? t('module.late', { day: day(module.due, summary.zone) }) : t('module.due', { day: day(module.due, summary.zone) })}</Chip>}
          </div>
        </div>
      </div>
      <p className={css['summary']}>{words(module.summary)}</p>
      <details className={css['objectives']}>
        <summary>{t('module.objectives')}</summary>
        <ul>{module.objectives.map((one) => <li key={one.en}>{words(one)}</li>)}</ul>
      </details>
      <details className={css['contents']} open={isUnderWay}>
        <summary>{isTrainee ? t('module.contentsDone', { count: counted.length, done: counted.filter(({ done }) => done).length }) : t('module.contents', { count: module.items.length })}</summary>
        <ul className={css['items']}>
          {module.items.map((item) => <Item key={item.id} item={item} module={module} view={view} />)}
        </ul>
      </details>
      {module.hasDeck && module.open && (
        <a className={cx(buttonClass('quiet'), css['deck'])} href={address('moduleDeck', { edition: summary.id, module: module.id }, { language })} target="_blank" rel="noreferrer">
          <Icon name="slides" />{t('module.deck')}
        </a>
      )}
    </li>
  );
}

function Item({ item, module, view }: { readonly item: ItemView; readonly module: ModuleView; readonly view: EditionView }): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const { percent } = useFigures();
  const { summary } = view;
  const path = module.open ? itemPath(summary.id, item.kind, item.id) : undefined;
  const isTrainee = summary.roles.includes('trainee');
  const title = words(item.title);
  const leads = path !== undefined && (item.kind !== 'quiz' || isTrainee);
  return (
    <li className={css['item']}>
      <Icon name={icons[item.kind]} />
      <div className={css['words']}>
        {leads ? <Link to={path}>{title}</Link> : <span>{title}</span>}
        <span className={css['detail']}>
          {t(item.quiz?.isExamination ? 'kind.examination' : `kind.${item.kind}`)} · {t('minutes', { count: item.minutes })}
          {item.quiz && isTrainee && <> · {t('quiz.attemptsLeft', { count: item.quiz.left })}{item.quiz.best !== undefined && <> · {t('quiz.best', { share: percent(item.quiz.best) })}</>}</>}
        </span>
        {item.kind === 'class' && <ClassState item={item} view={view} />}
      </div>
      {isTrainee && <ItemState item={item} />}
    </li>
  );
}

function ItemState({ item }: { readonly item: ItemView }): ReactNode {
  const { t } = useTranslation('training');
  const state = item.assignment?.state;
  if (state === 'handedIn') return <Chip icon="clock">{t('assignment.waits')}</Chip>;
  if (state === 'again') return <Chip tone="warn">{t('assignment.again')}</Chip>;
  if (item.done) return <Chip tone="ok">{item.kind === 'lesson' ? t('lesson.read') : item.kind === 'class' ? t('class.attended') : t('passed')}</Chip>;
  if (item.quiz?.open !== undefined) return <Chip tone="warn" icon="clock">{t('quiz.running')}</Chip>;
  if (item.quiz && item.quiz.used > 0 && item.quiz.left === 0) return <Chip tone="stop">{t('quiz.failed')}</Chip>;
  return null;
}

function ClassState({ item, view }: { readonly item: ItemView; readonly view: EditionView }): ReactNode {
  const { t } = useTranslation('training');
  const [plans, setPlans] = useState(false);
  const { summary } = view;
  const held = item.class;
  if (held?.session !== undefined) {
    return (
      <div className={css['class']}>
        <span className={css['detail']}><Times start={held.startsAt!} end={held.endsAt!} zone={summary.zone} withDay /></span>
        {summary.roles.includes('trainee') && held.presentMinutes > 0 && <span className={css['detail']}>{t('class.present', { count: held.presentMinutes })}</span>}
        <ButtonLink look="line" icon="door" to={`/sessions/${held.session}`}>{t('class.open')}</ButtonLink>
      </div>
    );
  }
  if (!summary.roles.includes('trainer')) return <span className={css['detail']}>{t('class.notYet')}</span>;
  return (
    <div className={css['class']}>
      <Button look="line" icon="calendar" onClick={() => setPlans(true)}>{t('class.schedule')}</Button>
      {plans && <ScheduleClassDialog edition={summary} item={item} onClose={() => setPlans(false)} />}
    </div>
  );
}
