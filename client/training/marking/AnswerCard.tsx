import { useCallback, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitingForMarks } from '../../../protocol/training/views.ts';
import { limits } from '../../../protocol/limits.ts';
import { api } from '../../app/api.ts';
import { useRefresh } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useWords } from '../shared/words.ts';
import pages from '../../pages/shared/shared.module.css';
import css from '../assignment/assignment.module.css';

/** A short answer beside the model answer; half points are possible. */
export function AnswerCard({ edition, waiting }: { readonly edition: string; readonly waiting: WaitingForMarks['answers'][number] }): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const refresh = useRefresh();
  const [points, setPoints] = useState('');
  const [remark, setRemark] = useState('');
  const [tried, setTried] = useState(false);
  const { attempt, question } = waiting;
  const value = Number(points.replace(',', '.'));
  const isWrong = points.trim() === '' || !Number.isFinite(value) || value < 0 || value > waiting.points;
  const { run, busy, problem } = useAction(useCallback((body: { points: number; remark: string }) => api('markAnswer', { params: { edition, attempt }, body: { question, ...body } }), [edition, attempt, question]));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!isWrong && (await run({ points: value, remark }))?.ok) await refresh('toMark', 'edition', 'training');
  };
  return (
    <form className={pages['card']} noValidate onSubmit={(event) => void submit(event)}>
      <div><b>{waiting.name}</b><p>{words(waiting.text)}</p></div>
      <p className={css['quote']} dir="auto">{waiting.answer}</p>
      <p className={pages['muted']}><b>{t('quiz.model')}</b> {words(waiting.model)}</p>
      <div className={pages['pair']}>
        <TextField label={t('marking.give', { count: waiting.points })} inputMode="decimal" value={points} onChange={setPoints} error={tried && isWrong ? t('marking.giveWrong', { most: waiting.points }) : undefined} />
        <TextField label={t('marking.remark')} optional maxLength={limits.remarkChars} value={remark} onChange={setRemark} />
      </div>
      <ProblemNotice problem={problem} />
      <div className={pages['buttons']}><Button type="submit" look="primary" busy={busy}>{t('marking.save')}</Button></div>
    </form>
  );
}
