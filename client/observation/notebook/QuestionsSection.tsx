import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question, QuestionState } from '../../../protocol/observation/notebook.ts';
import { agendaOf } from '../../../protocol/observation/plan.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import type { Tone } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useVisit } from '../source.tsx';
import { useCriterionName, useCriterionOptions } from '../useCriterionName.ts';
import { useStamp } from '../useStamp.ts';
import { questionQueue } from './order.ts';
import css from './Notebook.module.css';

const tones: Readonly<Record<QuestionState, Tone>> = { open: 'warn', answered: 'ok', deferred: 'accent', withdrawn: 'neutral' };

/** The queue of questions by slot of the agenda. */
export function QuestionsSection(): ReactNode {
  const { t } = useTranslation('notebook');
  const { observation, may } = useVisit();
  const groups = questionQueue(observation.plan, Object.values(observation.notebook.questions));
  return (
    <section className={css['section']} aria-label={t('view.questions')}>
      {may('question.ask') && <AskForm />}
      {groups.length === 0 && <EmptyState icon="chat" title={t('questions.none')}>{t('questions.noneText')}</EmptyState>}
      {groups.map(({ slot, questions }) => (
        <div key={slot?.id ?? ''} className={css['group']}>
          <h3>{slot?.title ?? t('questions.noSlot')}</h3>
          <ul className={css['list']}>{questions.map((one) => <QuestionCard key={one.id} question={one} />)}</ul>
        </div>
      ))}
    </section>
  );
}

function AskForm(): ReactNode {
  const { t } = useTranslation('notebook');
  const { observation, run } = useVisit();
  const { plan } = observation;
  const [text, setText] = useState('');
  const [slot, setSlot] = useState(plan.slot?.id ?? '');
  const [criterion, setCriterion] = useState('');
  const criteria = [{ value: '', label: t('criterion.none') }, ...useCriterionOptions()];
  const slots = [{ value: '', label: t('questions.noSlot') }, ...agendaOf(plan).map((one) => ({ value: one.id, label: one.title }))];
  const ask = async (): Promise<void> => {
    if (text.trim() === '') return;
    const asked = await run('question.ask', { text, ...(slot === '' ? {} : { slot }), ...(criterion === '' ? {} : { criterion }) });
    if (asked !== undefined) setText('');
  };
  return (
    <form
      className={css['compose']}
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <TextArea label={t('questions.ask')} hint={t('questions.askHint')} value={text} maxLength={4_000} rows={2} onChange={setText} />
      <Select label={t('questions.slot')} options={slots} value={slot} onChange={setSlot} />
      <Select label={t('criterion.label')} options={criteria} value={criterion} onChange={setCriterion} />
      <div className={css['composeFoot']}><Button look="primary" type="submit" disabled={text.trim() === ''}>{t('questions.put')}</Button></div>
    </form>
  );
}

function QuestionCard({ question }: { readonly question: Question }): ReactNode {
  const { t } = useTranslation(['notebook', 'common']);
  const { me, may, participants, run } = useVisit();
  const nameOf = useCriterionName();
  const stampOf = useStamp();
  const [answering, setAnswering] = useState(false);
  const asked = stampOf(question.at);
  const { answer, state } = question;
  const isOpen = state === 'open' || state === 'deferred';
  const move = (next: 'open' | 'deferred' | 'withdrawn'): void => void run('question.move', { question: question.id, state: next });
  const meta = [participants[question.by]?.name, question.criterion === undefined ? undefined : nameOf(question.criterion)];
  return (
    <li className={css['card']}>
      <div className={css['head']}>
        <time className={css['time']} dateTime={asked.iso} title={asked.both}>{asked.own}</time>
        <Chip tone={tones[state]}>{t(`questions.state.${state}`)}</Chip>
      </div>
      <p className={css['text']}>{question.text}</p>
      <p className={css['meta']}>{meta.filter((part) => part !== undefined).join(' · ')}</p>
      {answer && (
        <div className={css['answer']}>
          <p className={css['text']}>{answer.text}</p>
          <p className={css['meta']}>{t(answer.inWriting ? 'questions.inWriting' : 'questions.live', { name: participants[answer.by]?.name ?? '', time: stampOf(answer.at).own })}</p>
        </div>
      )}
      {answering
        ? <AnswerForm question={question} onDone={() => setAnswering(false)} />
        : (
          <div className={css['actions']}>
            {may('question.answer') && state !== 'withdrawn' && <Button look="line" onClick={() => setAnswering(true)}>{t(answer ? 'questions.correct' : 'questions.answer')}</Button>}
            {may('question.answer') && state === 'open' && <Button look="quiet" onClick={() => move('deferred')}>{t('questions.defer')}</Button>}
            {question.by === me.id && isOpen && <Button look="quiet" onClick={() => move('withdrawn')}>{t('questions.withdraw')}</Button>}
            {question.by === me.id && state === 'withdrawn' && <Button look="quiet" onClick={() => move('open')}>{t('questions.again')}</Button>}
          </div>
        )}
    </li>
  );
}

function AnswerForm({ question, onDone }: { readonly question: Question; readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation(['notebook', 'common']);
  const { isLive, run } = useVisit();
  const [text, setText] = useState(question.answer?.text ?? '');
  const save = async (): Promise<void> => {
    if (text.trim() === '') return;
    // Outside of the room nobody hears it: then it is an answer in writing, as is one to a question that was deferred.
    const saved = await run('question.answer', { question: question.id, text, inWriting: !isLive || question.state === 'deferred' });
    if (saved !== undefined) onDone();
  };
  return (
    <form
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextArea label={t('questions.answer')} value={text} maxLength={4_000} rows={3} onChange={setText} />
      <div className={css['actions']}>
        <Button look="primary" type="submit" disabled={text.trim() === ''}>{t('common:save')}</Button>
        <Button look="quiet" onClick={onDone}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}
