import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreparedPoll } from '../../../protocol/class/polls.ts';
import { Menu } from '../../room/parts/Menu.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { useClassSource } from '../source.tsx';
import css from './Polls.module.css';

const PollDialog = lazy(() => import('./PollDialog.tsx'));

/** Polls and quizzes that are still to be asked, and the writing of another. */
export function PreparedPolls({ empty }: { readonly empty: ReactNode }): ReactNode {
  const { t } = useTranslation('class');
  const { polls } = useClassSource();
  const [open, setOpen] = useState<{ readonly poll?: PreparedPoll; readonly isCopy?: boolean }>();
  const prepared = Object.values(polls.prepared).filter((poll) => !polls.asked[poll.id]);
  return (
    <>
      <Button look="primary" icon="plus" wide onClick={() => setOpen({})}>{t('polls.new')}</Button>
      {prepared.length === 0 && empty}
      {prepared.length > 0 && <h3>{t('polls.prepared')}</h3>}
      {prepared.length > 0 && <ul className={css['list']}>{prepared.map((poll) => <Prepared key={poll.id} poll={poll} onChange={() => setOpen({ poll })} onCopy={() => setOpen({ poll, isCopy: true })} />)}</ul>}
      <Suspense>{open && <PollDialog {...open} onClose={() => setOpen(undefined)} />}</Suspense>
    </>
  );
}

interface PreparedProps {
  readonly poll: PreparedPoll;
  readonly onChange: () => void;
  readonly onCopy: () => void;
}

function Prepared({ poll, onChange, onCopy }: PreparedProps): ReactNode {
  const { t } = useTranslation('class');
  const { run, isLive } = useClassSource();
  return (
    <li className={css['item']}>
      <div className={css['itemHead']}>
        <Chip>{t(poll.right.length > 0 ? 'poll.quiz' : 'poll.poll')}</Chip>
        {poll.anonymous && <Chip icon="mask">{t('poll.anonymous')}</Chip>}
        <Menu
          label={t('polls.menu', { text: poll.text })} icon="more" className={css['menu']}
          groups={[{ id: 'poll', entries: [
            { id: 'change', icon: 'edit', label: t('edit.change'), onAction: onChange },
            { id: 'copy', icon: 'copy', label: t('polls.copy'), onAction: onCopy },
            { id: 'remove', icon: 'trash', label: t('polls.remove'), danger: true, onAction: () => void run('poll.remove', { poll: poll.id }) },
          ] }]}
        />
      </div>
      <h3>{poll.text}</h3>
      {isLive
        ? <div className={css['actions']}><Button look="line" icon="send" onClick={() => void run('poll.ask', { poll: poll.id })}>{t('edit.ask')}</Button></div>
        : poll.options.length > 0 && <ul className={css['written']}>{poll.options.map((option, place) => <li key={option}>{option}{poll.right.includes(place) && <Chip tone="ok">{t('edit.right')}</Chip>}</li>)}</ul>}
    </li>
  );
}
