import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedPoll, PollState, PreparedPoll } from '../../../protocol/class/polls.ts';
import { useCommand } from '../../room/live/useCommand.ts';
import { Menu } from '../../room/parts/Menu.tsx';
import { Chip } from '../../ui/Chip.tsx';
import type { Tone } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useClass } from '../useClass.ts';
import { LeadPoll } from './LeadPoll.tsx';
import { PreparedPolls } from './PreparedPolls.tsx';
import css from './Polls.module.css';

const PollDialog = lazy(() => import('./PollDialog.tsx'));

const tones: Readonly<Record<PollState, Tone>> = { open: 'ok', closed: 'warn', shown: 'neutral' };

/** Polls to be asked and those that were, for who leads the class. */
export function PollsSection(): ReactNode {
  const { t } = useTranslation('class');
  const { polls } = useClass();
  const [copied, setCopied] = useState<PreparedPoll>();
  const asked = Object.values(polls.asked).toSorted((a, b) => b.askedAt - a.askedAt);
  return (
    <section className={css['section']} aria-label={t('view.polls')}>
      <PreparedPolls empty={asked.length === 0 && <EmptyState icon="chart" title={t('polls.none')}>{t('polls.noneText')}</EmptyState>} />
      {asked.length > 0 && <h3>{t('polls.asked')}</h3>}
      {asked.length > 0 && <ul className={css['list']}>{asked.map((poll) => <Asked key={poll.id} poll={poll} onCopy={setCopied} />)}</ul>}
      <Suspense>{copied && <PollDialog poll={copied} isCopy onClose={() => setCopied(undefined)} />}</Suspense>
    </section>
  );
}

function Asked({ poll, onCopy }: { readonly poll: AskedPoll; readonly onCopy: (poll: PreparedPoll) => void }): ReactNode {
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
            ...(prepared ? [{ id: 'copy', icon: 'copy', label: t('polls.copy'), onAction: () => onCopy(prepared) } as const] : []),
          ] }]}
        />
      </div>
      <h3>{poll.text}</h3>
      {isOver ? <p className={css['quiet']}>{t('polls.over')}</p> : <LeadPoll poll={poll} />}
    </li>
  );
}
