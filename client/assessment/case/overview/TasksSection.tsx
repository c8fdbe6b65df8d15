import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../../protocol/assessment/case/papers.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { PrivateMark } from '../PrivateMark.tsx';
import { useCase, usePersonName } from '../source.tsx';
import { today, useDay } from '../useDay.ts';
import { useStageName } from '../useStages.ts';
import { TaskDialog } from './TaskDialog.tsx';
import shared from '../../../pages/shared/shared.module.css';
import css from '../case.module.css';

/** What is to be done, by whom and until when; the next due first, what is done at the end. */
export function TasksSection(): ReactNode {
  const { t } = useTranslation('case');
  const { file: { papers }, may } = useCase();
  const [open, setOpen] = useState<{ readonly task?: Task }>();
  const tasks = Object.values(papers.tasks).toSorted((a, b) => Number(a.done) - Number(b.done) || (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.at - b.at);
  return (
    <section className={shared['section']}>
      <div className={shared['sectionHead']}>
        <h2>{t('tasks.title')}</h2>
        {may('case.write') && <Button look="line" icon="plus" onClick={() => setOpen({})}>{t('tasks.add')}</Button>}
      </div>
      {tasks.length === 0
        ? <EmptyState icon="check" title={t('tasks.none')}>{t('tasks.noneText')}</EmptyState>
        : <ul className={css['list']}>{tasks.map((one) => <TaskItem key={one.id} task={one} onChange={() => setOpen({ task: one })} />)}</ul>}
      {open && <TaskDialog task={open.task} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

function TaskItem({ task, onChange }: { readonly task: Task; readonly onChange: () => void }): ReactNode {
  const { t } = useTranslation('case');
  const { may, run } = useCase();
  const person = usePersonName();
  const day = useDay();
  const stage = useStageName();
  const isLate = !task.done && task.due !== undefined && task.due < today();
  return (
    <li className={css['item']}>
      <label className={css['tick']}>
        <input type="checkbox" checked={task.done} disabled={!may('case.write')} aria-label={t('tasks.doneNamed', { title: task.title })} onChange={(event) => void run('case.taskDone', { task: task.id, done: event.currentTarget.checked })} />
      </label>
      <div className={css['itemWords']}>
        <b className={cx(task.done && css['done'])}>{task.title}</b>
        <div className={css['itemMeta']}>
          {task.side !== undefined && <PrivateMark />}
          {task.owner !== undefined && <span>{person(task.owner)}</span>}
          {task.due !== undefined && <span className={cx(shared['num'], isLate && css['late'])}>{isLate ? t('tasks.late', { day: day(task.due) }) : t('tasks.due', { day: day(task.due) })}</span>}
          {task.stage !== undefined && <span>{stage(task.stage)}</span>}
        </div>
      </div>
      {may('case.write') && <IconButton icon="edit" label={t('tasks.changeNamed', { title: task.title })} onClick={onChange} />}
    </li>
  );
}
