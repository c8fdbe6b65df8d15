import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import type { CriterionId } from '../../../protocol/observation/ids.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Checkbox, TextField } from '../../ui/Field.tsx';
import { useCriteria } from '../../app/criteria.ts';
import { useVisit } from '../source.tsx';
import { useCriterionName } from '../useCriterionName.ts';
import shared from '../../pages/shared/shared.module.css';
import css from './plan.module.css';

/** Documents for a criterion: suggested ones to tick, and one in own words. What is refused on the way stays ticked. */
export function DocumentsDialog({ criterion, onClose }: { readonly criterion: CriterionId; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['visit', 'common']);
  const form = useId();
  const { observation, run } = useVisit();
  const nameOf = useCriterionName();
  const { criteria } = useCriteria();
  const expected = Object.values(observation.scope.documents).filter((one) => one.criterion === criterion).map((one) => one.title);
  const suggested = (criteria.find((one) => one.id === criterion)?.documents ?? []).map((one) => one.text.slice(0, limits.titleChars)).filter((title) => !expected.includes(title));
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [own, setOwn] = useState('');
  const [busy, setBusy] = useState(false);
  const chosen = [...suggested.filter((title) => ticked.includes(title)), ...(own.trim() === '' ? [] : [own])];

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || chosen.length === 0) return;
    setBusy(true);
    for (const title of chosen) {
      if (await run('visit.document', { criterion, title }) === undefined) {
        setBusy(false);
        return;
      }
      setTicked((all) => all.filter((one) => one !== title));
      if (title === own) setOwn('');
    }
    onClose();
  };
  return (
    <Dialog
      title={t('documents.addTo', { name: nameOf(criterion) })} onClose={onClose}
      actions={(
        <>
          <Button look="line" onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} look="primary" busy={busy} disabled={chosen.length === 0}>{t('documents.addChosen', { count: chosen.length })}</Button>
        </>
      )}
    >
      <form id={form} className={shared['form']} noValidate onSubmit={(event) => void submit(event)}>
        {suggested.length > 0 && (
          <fieldset className={css['choices']}>
            <legend>{t('documents.suggested')}</legend>
            <div className={css['head']}><Chip icon="info">{t('criteria.illustrative')}</Chip><span className={css['hint']}>{t('documents.suggestedText')}</span></div>
            {suggested.map((title) => (
              <Checkbox
                key={title} label={title} checked={ticked.includes(title)}
                onChange={(on) => setTicked((all) => (on ? [...all, title] : all.filter((one) => one !== title)))}
              />
            ))}
          </fieldset>
        )}
        <TextField label={t('documents.ownWords')} optional value={own} maxLength={limits.titleChars} onChange={setOwn} />
      </form>
    </Dialog>
  );
}
