import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedPoll } from '../../../protocol/class/polls.ts';
import { useCommand } from '../../room/live/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { useClass, useTraineesInside } from '../useClass.ts';
import { resultFor, votersOf } from './answers.ts';
import { Results } from './Results.tsx';
import css from './Polls.module.css';

/** How many have answered, what, and what comes next: for who leads the class. */
export function LeadPoll({ poll }: { readonly poll: AskedPoll }): ReactNode {
  const { t } = useTranslation('class');
  const live = useClass();
  const run = useCommand();
  const trainees = useTraineesInside();
  // Bars on the trainer's screen may be seen by all when it is shared: they come when they are asked for.
  const [isSeen, setSeen] = useState(false);
  const voters = votersOf(live, poll);
  const result = resultFor(live, poll, true);
  const answered = trainees.filter((one) => voters.includes(one.id)).length;
  const { id, state } = poll;
  const shows = state === 'shown' || isSeen;
  return (
    <>
      <div className={css['count']} role="status">
        <b>{t('lead.answered', { answered, of: trainees.length })}</b>
        <span className={css['track']} aria-hidden="true"><span style={{ inlineSize: `${trainees.length === 0 ? 0 : (answered / trainees.length) * 100}%` }} /></span>
      </div>
      {poll.anonymous && !result && <p className={css['quiet']}>{t(state === 'open' ? 'lead.anonymousOpen' : 'lead.few')}</p>}
      {result && shows && <Results question={poll} result={result} right={live.polls.prepared[id]?.right} />}
      <div className={css['actions']}>
        {result && state !== 'shown' && <Button look="quiet" icon="eye" aria-expanded={isSeen} onClick={() => setSeen(!isSeen)}>{t(isSeen ? 'lead.hide' : 'lead.look')}</Button>}
        {state === 'open' && <Button look="line" onClick={() => void run('poll.close', { poll: id })}>{t('lead.close')}</Button>}
        {state === 'closed' && !poll.anonymous && <Button look="line" onClick={() => void run('poll.ask', { poll: id })}>{t('lead.again')}</Button>}
        {state !== 'shown' && (result || state === 'open') && <Button look="primary" onClick={() => void run('poll.show', { poll: id })}>{t('lead.show')}</Button>}
        {state !== 'open' && <Button look={state === 'shown' ? 'primary' : 'line'} onClick={() => void run('poll.place', { poll: null })}>{t('lead.putAway')}</Button>}
      </div>
    </>
  );
}
