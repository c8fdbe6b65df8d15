import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pollKinds } from '../../../protocol/class/polls.ts';
import type { PreparedPoll } from '../../../protocol/class/polls.ts';
import { limits } from '../../../protocol/limits.ts';
import type { Problem } from '../../app/problem.ts';
import { newId } from '../../live/ids.ts';
import { Modal } from '../../room/parts/Modal.tsx';
import { Button } from '../../ui/Button.tsx';
import { Switch, TextField } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Select } from '../../ui/Select.tsx';
import { useClassSource } from '../source.tsx';
import { draftOf, newDraft, questionFrom, withKind, withOption, withoutOption, withRight } from './draft.ts';
import type { PollDraft } from './draft.ts';
import css from './Polls.module.css';

interface Props {
  /** What is changed, or copied; absent: a new one. */
  readonly poll?: PreparedPoll;
  readonly isCopy?: boolean;
  readonly onClose: () => void;
}

/** A poll or a quick quiz, written before the class or in the middle of it. */
export default function PollDialog({ poll, isCopy = false, onClose }: Props): ReactNode {
  const { t } = useTranslation(['class', 'common']);
  const form = useId();
  const { send, isLive } = useClassSource();
  const [draft, setDraft] = useState(poll ? draftOf(poll) : newDraft);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const question = questionFrom(draft);
  const changed = poll && !isCopy ? poll.id : undefined;

  const save = async (asks: boolean): Promise<void> => {
    if (!question || busy) return;
    setBusy(true);
    const id = newId();
    const saved = await send('poll.prepare', { ...(changed === undefined ? {} : { poll: changed }), question }, id);
    const done = saved.ok && asks ? await send('poll.ask', { poll: changed ?? id }) : saved;
    setBusy(false);
    if (done.ok) onClose();
    else setProblem(done.error);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save(false);
  };

  return (
    <Modal
      title={t(changed === undefined ? 'edit.new' : 'edit.change')} onClose={onClose}
      actions={(
        <>
          <Button look="line" onClick={onClose}>{t('common:cancel')}</Button>
          <Button look={isLive ? 'line' : 'primary'} type="submit" form={form} disabled={!question} busy={busy}>{t(isLive ? 'edit.save' : 'common:save')}</Button>
          {isLive && <Button look="primary" disabled={!question} busy={busy} onClick={() => void save(true)}>{t('edit.ask')}</Button>}
        </>
      )}
    >
      <form id={form} className={css['dialog']} onSubmit={submit}>
        <TextField label={t('edit.question')} value={draft.text} maxLength={limits.pollTextChars} onChange={(text) => setDraft({ ...draft, text })} />
        <Select
          label={t('edit.kind')} value={draft.kind} options={pollKinds.map((kind) => ({ value: kind, label: t(`edit.kinds.${kind}`) }))}
          onChange={(kind) => setDraft(withKind(draft, kind))}
        />
        {(draft.kind === 'single' || draft.kind === 'multiple') && <Options draft={draft} onChange={setDraft} />}
        {draft.kind === 'scale' && <Scale draft={draft} onChange={setDraft} />}
        <Switch label={t('edit.anonymous')} hint={t('edit.anonymousHint')} checked={draft.anonymous} onChange={(anonymous) => setDraft({ ...draft, anonymous })} />
        <ProblemNotice problem={problem} />
      </form>
    </Modal>
  );
}

interface PartProps {
  readonly draft: PollDraft;
  readonly onChange: (draft: PollDraft) => void;
}

function Options({ draft, onChange }: PartProps): ReactNode {
  const { t } = useTranslation('class');
  const { options } = draft;
  return (
    <fieldset>
      <legend>{t('edit.options')}</legend>
      <p className={css['quiet']}>{t('edit.optionsHint')}</p>
      {options.map((option, place) => (
        // An option is known by its place while it is being written.
        <div key={place} className={css['optionRow']}>
          <TextField
            label={t('edit.option', { number: place + 1 })} value={option.text} maxLength={limits.pollOptionChars} required={place < 2}
            onChange={(text) => onChange({ ...draft, options: options.map((each, index) => (index === place ? { ...each, text } : each)) })}
          />
          <label className={css['tick']}>
            <input type="checkbox" checked={option.isRight} aria-label={t('edit.rightOf', { number: place + 1 })} onChange={(event) => onChange(withRight(draft, place, event.currentTarget.checked))} />
            <span aria-hidden="true">{t('edit.right')}</span>
          </label>
          <IconButton icon="trash" label={t('edit.removeOption', { number: place + 1 })} disabled={options.length <= 2} onClick={() => onChange(withoutOption(draft, place))} />
        </div>
      ))}
      {options.length < limits.optionsPerPoll && <Button look="quiet" icon="plus" onClick={() => onChange(withOption(draft))}>{t('edit.addOption')}</Button>}
    </fieldset>
  );
}

const steps = [3, 4, 5, 7, 10, 11] as const;

function Scale({ draft, onChange }: PartProps): ReactNode {
  const { t } = useTranslation('class');
  return (
    <>
      <Select
        label={t('edit.steps')} value={String(draft.steps)} options={steps.map((count) => ({ value: String(count), label: t('edit.stepsOf', { count }) }))}
        onChange={(count) => onChange({ ...draft, steps: Number(count) })}
      />
      <div className={css['pair']}>
        <TextField label={t('edit.low')} optional value={draft.low} maxLength={limits.nameChars} onChange={(low) => onChange({ ...draft, low })} />
        <TextField label={t('edit.high')} optional value={draft.high} maxLength={limits.nameChars} onChange={(high) => onChange({ ...draft, high })} />
      </div>
    </>
  );
}
