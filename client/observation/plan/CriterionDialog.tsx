import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import type { OwnCriterion } from '../../../protocol/observation/scope.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useVisit } from '../source.tsx';
import { questionsIn } from './questionLines.ts';
import { useTyped } from './typed.ts';
import shared from '../../pages/shared/shared.module.css';

/** A criterion of the administration's own with its questions, one a line. A new one is in scope at once. */
export function CriterionDialog({ criterion, onClose }: { readonly criterion: OwnCriterion | undefined; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['visit', 'common']);
  const form = useId();
  const { observation, run } = useVisit();
  const now = (criterion && observation.scope.own[criterion.id]) ?? criterion;
  const { value, set, changes } = useTyped({ title: now?.title ?? '', lines: now?.questions.join('\n') ?? '' });
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const titleless = value.title.trim() === '';
  const questions = questionsIn(value.lines);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (titleless || questions.fault || busy) return;
    setBusy(true);
    const saved = await (criterion
      ? run('visit.criterion', {
        criterion: criterion.id, ...('title' in changes ? { title: value.title } : {}), ...('lines' in changes ? { questions: [...questions.list] } : {}),
      })
      : run('visit.criterion', { title: value.title, questions: [...questions.list] }));
    if (saved !== undefined && !criterion) await run('visit.scope', { criterion: saved, inScope: true });
    setBusy(false);
    if (saved !== undefined) onClose();
  };
  return (
    <Dialog
      title={criterion ? t('criteria.changeTitle', { title: criterion.title }) : t('criteria.addOwn')} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button type="submit" form={form} look="primary" busy={busy}>{t('common:save')}</Button></>}
    >
      <form id={form} className={shared['form']} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('criteria.title')} value={value.title} maxLength={limits.titleChars} onChange={(title) => set('title', title)}
          error={tried && titleless ? t('criteria.titleMissing') : undefined}
        />
        <TextArea
          label={t('criteria.lines')} hint={t('criteria.linesHint')} optional rows={6} value={value.lines} onChange={(lines) => set('lines', lines)}
          error={tried && questions.fault ? t('criteria.linesTooMany') : undefined}
        />
      </form>
    </Dialog>
  );
}
