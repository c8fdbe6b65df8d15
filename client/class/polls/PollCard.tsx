import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedPoll } from '../../../protocol/class/polls.ts';
import { useLive, useMay } from '../../live/context.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useClass } from '../useClass.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { LeadPoll } from './LeadPoll.tsx';
import { Results } from './Results.tsx';
import css from './Polls.module.css';

/** The poll over everybody's page. It can be put aside and taken up again; nothing else is in its way. */
export default function PollCard(): ReactNode {
  const { polls } = useClass();
  const poll = polls.current === undefined ? undefined : polls.asked[polls.current];
  // What is asked anew, or shown, is there again for who had put it aside.
  return poll && <Card key={`${poll.id} ${poll.state}`} poll={poll} />;
}

function Card({ poll }: { readonly poll: AskedPoll }): ReactNode {
  const { t } = useTranslation('class');
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const leads = useMay('class.lead');
  const [isAside, setAside] = useState(false);
  useEffect(() => {
    // Who is nowhere on the page begins here; nobody is taken away from what they are writing.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  const kind = t(poll.quiz ? 'poll.quiz' : 'poll.poll');
  if (isAside) {
    return (
      <button type="button" className={css['pill']} onClick={() => setAside(false)}>
        <Icon name="chart" /><span>{kind}: {poll.text}</span><Icon name="up" size={18} />
      </button>
    );
  }
  return (
    <section className={css['card']} aria-labelledby={id} data-poll={poll.state}>
      <div className={css['head']}>
        <Chip tone="accent" icon="chart">{kind}</Chip>
        <span className={css['quiet']}>{t(`poll.state.${poll.state}`)}{poll.anonymous && ` · ${t('poll.anonymous')}`}</span>
        <IconButton icon="down" label={t('poll.aside')} className={css['aside']} onClick={() => setAside(true)} />
      </div>
      <h2 id={id} ref={heading} tabIndex={-1} className={css['question']}>{poll.text}</h2>
      {leads ? <LeadPoll poll={poll} /> : <Follower poll={poll} />}
    </section>
  );
}

/** For who answers, and for who only listens. */
function Follower({ poll }: { readonly poll: AskedPoll }): ReactNode {
  const { t } = useTranslation('class');
  const { you } = useLive();
  const { polls } = useClass();
  const answers = useMay('class.answer');
  const own = polls.answers[poll.id]?.[you];
  const result = polls.results[poll.id];
  if (poll.state === 'shown' && result) return <Results question={poll} result={result} own={own} />;
  if (poll.state === 'open' && answers) return <AnswerForm poll={poll} given={own} />;
  return (
    <>
      {poll.options.length > 0 && <ul className={cx(css['texts'])}>{poll.options.map((option) => <li key={option}>{option}</li>)}</ul>}
      <p className={css['quiet']}>{poll.state === 'open' ? t('poll.under') : t(own ? 'poll.waitAnswered' : 'poll.wait')}</p>
    </>
  );
}
