import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import { grades } from '../../../protocol/observation/notebook.ts';
import type { Finding, Grade } from '../../../protocol/observation/notebook.ts';
import { useViewerZone } from '../../app/zone.ts';
import { Button } from '../../ui/Button.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Checkbox, TextField } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useVisit } from '../source.tsx';
import { useCriterionName, useCriterionOptions } from '../useCriterionName.ts';
import { useStamp } from '../useStamp.ts';
import css from './Notebook.module.css';

/** A finding, new or corrected. */
export function FindingForm({ finding, onClose }: { readonly finding?: Finding; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['notebook', 'evidence', 'common']);
  const form = useId();
  const zone = useViewerZone();
  const { observation, run } = useVisit();
  const nameOf = useCriterionName();
  const stampOf = useStamp();
  const options = useCriterionOptions();
  const [grade, setGrade] = useState<Grade>(finding?.grade ?? 'observation');
  const [criterion, setCriterion] = useState(finding?.criterion ?? options[0]!.value);
  const [text, setText] = useState(finding?.text ?? '');
  const [evidence, setEvidence] = useState<readonly string[]>(finding?.evidence ?? []);
  const [owner, setOwner] = useState(finding?.owner ?? '');
  const [due, setDue] = useState(finding?.due);
  const [opened] = useState(() => Date.now());
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const released = Object.values(observation.evidence.released).toSorted((a, b) => a.capturedAt - b.capturedAt);
  const toggle = (id: string, on: boolean): void => setEvidence((before) => on ? [...before, id] : before.filter((one) => one !== id));

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (text.trim() === '') return;
    setBusy(true);
    const saved = await run('finding.write', {
      ...(finding ? { finding: finding.id } : { moment: opened }), grade, criterion, text, evidence: [...evidence], owner, ...(due === undefined ? {} : { due }),
    });
    setBusy(false);
    if (saved !== undefined) onClose();
  };

  return (
    <Dialog
      title={t(finding ? 'findings.changeTitle' : 'findings.write')} onClose={onClose} wide
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button look="primary" type="submit" form={form} busy={busy}>{t('common:save')}</Button></>}
    >
      <form id={form} className={css['form']} noValidate onSubmit={(event) => void submit(event)}>
        <fieldset className={css['choices']}>
          <legend>{t('findings.grade')}</legend>
          {grades.map((one) => (
            <label key={one} className={css['choice']}>
              <input type="radio" name="grade" checked={grade === one} onChange={() => setGrade(one)} />
              <span>{t(`grade.${one}`)}<small>{t(`gradeText.${one}`)}</small></span>
            </label>
          ))}
        </fieldset>
        <Select label={t('criterion.label')} options={options} value={criterion} onChange={setCriterion} />
        <TextArea label={t('findings.text')} value={text} maxLength={4_000} error={tried && text.trim() === '' ? t('findings.textMissing') : undefined} onChange={setText} />
        <fieldset className={css['choices']}>
          <legend>{t('findings.evidence')}</legend>
          {released.length === 0 && <p className={css['meta']}>{t('findings.noEvidence')}</p>}
          <div className={css['items']}>
            {released.map((one) => (
              <Checkbox
                key={one.id} label={`${t('evidence:number', { number: one.number })} · ${one.title === '' ? t(`evidenceKind.${one.kind}`) : one.title}`}
                hint={[stampOf(one.capturedAt).own, one.criterion === undefined ? undefined : nameOf(one.criterion)].filter((part) => part !== undefined).join(' · ')}
                checked={evidence.includes(one.id)} onChange={(on) => toggle(one.id, on)}
              />
            ))}
          </div>
        </fieldset>
        <TextField label={t('findings.owner')} hint={t('findings.ownerHint')} optional value={owner} maxLength={limits.nameChars} onChange={setOwner} />
        <DateTimeField label={t('findings.due')} value={due} onChange={setDue} zone={zone} />
      </form>
    </Dialog>
  );
}
