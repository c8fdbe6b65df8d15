import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../../../protocol/observation/evidence.ts';
import { limits } from '../../../../protocol/limits.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { useVisit } from '../../source.tsx';
import { useCriterionOptions } from '../../useCriterionName.ts';
import { Choice } from '../Choice.tsx';
import css from '../viewer/Viewer.module.css';

/** Title and criterion of an item that is not decided yet; put away until somebody wants to change them. */
export function Describe({ item }: { readonly item: Evidence }): ReactNode {
  const { t } = useTranslation('evidence');
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) return <Button look="line" icon="edit" onClick={() => setOpen(true)}>{t('describe.open')}</Button>;
  return <Form item={item} onDone={() => setOpen(false)} />;
}

function Form({ item, onDone }: { readonly item: Evidence; readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation(['evidence', 'common']);
  const { run } = useVisit();
  const options = useCriterionOptions();
  const [title, setTitle] = useState(item.title);
  const [criterion, setCriterion] = useState(item.criterion);
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    const done = await run('evidence.describe', { evidence: item.id, title: title.trim(), ...(criterion === undefined ? {} : { criterion }) });
    setBusy(false);
    if (done !== undefined) onDone();
  };
  return (
    <form
      className={css['form']} aria-label={t('describe.open')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- It takes the place of the button that was pressed. */}
      <TextField label={t('describe.title')} hint={t('describe.titleHint')} optional value={title} maxLength={limits.titleChars} autoFocus onChange={setTitle} />
      <Choice label={t('fact.criterion')} all={t('describe.noCriterion')} value={criterion} options={options} onChange={setCriterion} />
      <div className={css['buttons']}>
        <Button look="line" onClick={onDone}>{t('common:cancel')}</Button>
        <Button type="submit" look="primary" busy={isBusy}>{t('describe.save')}</Button>
      </div>
    </form>
  );
}
