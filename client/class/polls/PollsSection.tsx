import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedPoll, PollState, PreparedPoll } from '../../../protocol/class/polls.ts';
import { useCommand } from '../../room/live/useCommand.ts';
import { Menu } from '../../room/parts/Menu.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import type { Tone } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useClass } from '../useClass.ts';
import { LeadPoll } from './LeadPoll.tsx';
import css from './Polls.module.css';

const PollDialog = lazy(() => import('./PollDialog.tsx'));

type Open = { readonly poll?: PreparedPoll; readonly isCopy?: boolean };
const tones: Readonly<Record<PollState, Tone>> = { open: 'ok', closed: 'warn', shown: 'neutral' };

/** Polls to be asked and those that were, for who leads the class. */
export function PollsSection(): ReactNode {
  const { t } = useTranslation('class');
  const { polls } = useClass();
  const [open, setOpen] = useState<Open>();
  const prepared = Object.values(polls.prepared).filter((poll) => !polls.asked[poll.id]);
  const asked = Object.values(polls.asked).toSorted((a, b) => b.askedAt - a.askedAt);
  return (
    <section className={css['section']} aria-label={t('view.polls')}>
      <Button look="primary" icon="plus" wide onClick={() => setOpen({})}>{t('polls.new')}</Button>
      {prepared.length + asked.length === 0 && <EmptyState icon="chart" title={t('polls.none')}>{t('polls.noneText')}</EmptyState>}
      {prepared.length > 0 && <h3>{t('polls.prepared')}</h3>}
      {prepared.length > 0 && <ul className={css['list']}>{prepared.map((poll) => <Prepared key={poll.id} poll={poll} onOpen={setOpen} />)}</ul>}
      {asked.length > 0 && <h3>{t('polls.asked')}</h3>}
      {asked.length > 0 && <ul className={css['list']}>{asked.map((poll) => <Asked key={poll.id} poll={poll} onOpen={setOpen} />)}</ul>}
      <Suspense>{open && <PollDialog {...open} onClose={() => setOpen(undefined)} />}</Suspense>
    </section>
  );
}

function Prepared({ poll, onOpen }: { readonly poll: PreparedPoll; readonly onOpen: (open: Open) => void }): ReactNode {
  const { t } = useTranslation(['class', 'common']);
  const run = useCommand();
  return (
    <li className={css['item']}>
      <div className={css['itemHead']}>
        <Chip>{t(poll.right.length > 0 ? 'poll.quiz' : 'poll.poll')}</Chip>
        {poll.anonymous && <Chip icon="mask">{t('poll.anonymous')}</Chip>}
        <Menu
          label={t('polls.menu', { text: poll.text })} icon="more" className={css['menu']}
          groups={[{ id: 'poll', entries: [
            { id: 'change', icon: 'edit', label: t('edit.change'), onAction: () => onOpen({ poll }) },
            { id: 'copy', icon: 'copy', label: t('polls.copy'), onAction: () => onOpen({ poll, isCopy: true }) },
            { id: 'remove', icon: 'trash', label: t('polls.remove'), danger: true, onAction: () => void run('poll.remove', { poll: poll.id }) },
          ] }]}
        />
      </div>
      <h3>{poll.text}</h3>
      <div className={css['actions']}><Button look="line" icon="send" onClick={() => void run('poll.ask', { poll: poll.id })}>{t('edit.ask')}</Button></div>
    </li>
  );
}

function Asked({ poll, onOpen }: { readonly poll: AskedPoll; readonly onOpen: (open: Open) => void }): ReactNode {
  const { t } = useTranslation('class');
  const run = useCommand();
  const { polls } = useClass();
  const prepared = polls.prepared[poll.id];
  const isOver = polls.current === poll.id;
  return (
    <li className={css['item']}>
      <div className={css['itemHead']}>
        <Chip tone={tones[poll.state]} icon={poll.state === 'shown' ? 'eye' : poll.state === 'open' ? 'send' : 'lock'}>{t(`poll.state.${poll.state}`)}</Chip>
        {poll.anonymous && <Chip icon="mask">{t('poll.anonymous')}</Chip>}
        <Menu
          label={t('polls.menu', { text: poll.text })} icon="more" className={css['menu']}
          groups={[{ id: 'poll', entries: [
            ...(isOver ? [] : [{ id: 'place', icon: 'up', label: t('polls.place'), onAction: () => void run('poll.place', { poll: poll.id }) } as const]),
            ...(prepared ? [{ id: 'copy', icon: 'copy', label: t('polls.copy'), onAction: () => onOpen({ poll: prepared, isCopy: true }) } as const] : []),
          ] }]}
        />
      </div>
      <h3>{poll.text}</h3>
      {isOver ? <p className={css['quiet']}>{t('polls.over')}</p> : <LeadPoll poll={poll} />}
    </li>
  );
}
