import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, AskedPoll } from '../../../protocol/class/polls.ts';
import { answerFits, placesOf } from '../../../protocol/class/polls.ts';
import { limits } from '../../../protocol/limits.ts';
import { useCommand } from '../../room/live/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icons.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { isSame } from './answers.ts';
import { labelOf } from './Results.tsx';
import css from './Polls.module.css';

const nothing: Answer = { choices: [], text: '' };

/** The answer of who learns; it can be changed until the poll is closed. */
export function AnswerForm({ poll, given }: { readonly poll: AskedPoll; readonly given: Answer | undefined }): ReactNode {
  const { t } = useTranslation('class');
  const run = useCommand();
  const [answer, setAnswer] = useState(given ?? nothing);
  const [busy, setBusy] = useState(false);
  const isSent = given !== undefined && isSame(given, answer);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!answerFits(poll, answer) || isSent) return;
    setBusy(true);
    await run('poll.answer', { poll: poll.id, choices: [...answer.choices], text: answer.text });
    setBusy(false);
  };
  return (
    <form className={css['form']} onSubmit={(event) => void send(event)}>
      <Choices poll={poll} answer={answer} onChange={setAnswer} />
      <div className={css['send']}>
        <p role="status" className={css['quiet']}>
          {isSent ? <span className={css['sent']}><Icon name="check" size={18} strokeWidth={2.2} />{t('answer.sent')}</span> : t(poll.anonymous ? 'answer.anonymous' : 'answer.named')}
        </p>
        <Button look="primary" type="submit" busy={busy} disabled={!answerFits(poll, answer) || isSent}>{t(given === undefined ? 'answer.send' : 'answer.change')}</Button>
      </div>
    </form>
  );
}

interface ChoicesProps {
  readonly poll: AskedPoll;
  readonly answer: Answer;
  readonly onChange: (answer: Answer) => void;
}

function Choices({ poll, answer, onChange }: ChoicesProps): ReactNode {
  const { t } = useTranslation('class');
  const name = useId();
  if (poll.kind === 'text') {
    return <TextArea label={t('answer.text')} rows={3} maxLength={limits.pollTextChars} value={answer.text} onChange={(text) => onChange({ choices: [], text })} />;
  }
  const isOne = poll.kind !== 'multiple';
  const toggle = (place: number, on: boolean): void => onChange({
    text: '', choices: isOne ? [place] : on ? [...answer.choices, place].toSorted((a, b) => a - b) : answer.choices.filter((one) => one !== place),
  });
  return (
    <fieldset className={css['choices']}>
      <legend className={css['quiet']}>{t(`answer.${poll.kind}`)}</legend>
      <div className={cx(poll.kind === 'scale' ? css['scale'] : css['options'])}>
        {Array.from({ length: placesOf(poll) }, (_, place) => (
          <label key={place} className={css['choice']}>
            <input
              type={isOne ? 'radio' : 'checkbox'} name={name} checked={answer.choices.includes(place)} aria-label={poll.kind === 'scale' ? labelOf(poll, place) : undefined}
              onChange={(event) => toggle(place, event.currentTarget.checked)}
            />
            <span>{poll.kind === 'scale' ? place + 1 : labelOf(poll, place)}</span>
          </label>
        ))}
      </div>
      {poll.scale && (poll.scale.low !== '' || poll.scale.high !== '') && <div className={css['ends']} aria-hidden="true"><span>{poll.scale.low}</span><span>{poll.scale.high}</span></div>}
    </fieldset>
  );
}
