import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { stageIds } from '../../../../protocol/assessment/case/ids.ts';
import type { StageId } from '../../../../protocol/assessment/case/ids.ts';
import type { Task } from '../../../../protocol/assessment/case/papers.ts';
import { limits } from '../../../../protocol/limits.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { VisibilityField } from '../VisibilityField.tsx';
import { useCase } from '../source.tsx';
import { useForm } from '../useForm.ts';
import { useStageName } from '../useStages.ts';
import shared from '../../../pages/shared/shared.module.css';

/** The option that stands for none. */
const NONE = '-';

/** A task, with whom it is for and until when. */
export function TaskDialog({ task, onClose }: { readonly task: Task | undefined; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('case');
  const stageName = useStageName();
  const { participants, me, send, run } = useCase();
  const [title, setTitle] = useState(task?.title ?? '');
  const [owner, setOwner] = useState(task?.owner ?? NONE);
  const [due, setDue] = useState(task?.due);
  const [stage, setStage] = useState<StageId | typeof NONE>(task?.stage ?? NONE);
  const [isPrivate, setPrivate] = useState(task?.side !== undefined);
  const isTitleless = title.trim() === '';
  const people = Object.values(participants).filter((one) => !isPrivate || one.administration === me.administration);
  const chosen = people.some(({ id }) => id === owner) ? owner : NONE;
  const form = useForm(isTitleless ? undefined : () => send('case.task', {
    ...(task ? { task: task.id } : {}), title, private: isPrivate, ...(chosen === NONE ? {} : { owner: chosen }), ...(due === undefined ? {} : { due }), ...(stage === NONE ? {} : { stage }),
  }), onClose);
  return (
    <FormDialog title={task ? t('tasks.change') : t('tasks.add')} form={form} onClose={onClose}>
      <TextField label={t('tasks.what')} value={title} onChange={setTitle} maxLength={limits.titleChars} {...(form.tried && isTitleless ? { error: t('missing.title') } : {})} />
      <VisibilityField isPrivate={isPrivate} onChange={setPrivate} isShared={task !== undefined && task.side === undefined} />
      <Select
        label={t('tasks.owner')} optional value={chosen} onChange={setOwner}
        options={[{ value: NONE, label: t('tasks.nobody') }, ...people.map((one) => ({ value: one.id, label: one.name, detail: one.administrationName }))]}
      />
      <div className={shared['pair']}>
        <DateField label={t('tasks.until')} optional value={due} onChange={setDue} />
        <Select
          label={t('stage')} optional value={stage} onChange={setStage}
          options={[{ value: NONE, label: t('noStage') } as const, ...stageIds.map((one) => ({ value: one, label: stageName(one) }))]}
        />
      </div>
      {task && (
        <div>
          <Button look="stopLine" icon="trash" onClick={() => void run('case.removeTask', { task: task.id }).then((done) => done && onClose())}>{t('tasks.remove')}</Button>
        </div>
      )}
    </FormDialog>
  );
}
