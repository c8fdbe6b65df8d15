import { lazy, Suspense, useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import { Modal } from '../../room/parts/Modal.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Select } from '../../ui/Select.tsx';
import { toast } from '../../ui/Toast.tsx';
import { useVisit } from '../source.tsx';
import { useCriterionOptions } from '../useCriterionName.ts';
import { captureFile } from './capture.ts';
import type { Captured } from './capture.ts';
import { fileTypes } from './fileType.ts';
import { useCaptures, useCaptureWords } from './useCaptures.ts';
import css from './AddEvidence.module.css';

/** Something that may become evidence, and how it is taken. */
export interface Chosen {
  readonly kind: 'file' | 'page';
  readonly name: string;
  readonly take: () => Promise<Captured>;
}

// The viewer of pages is large, and only a room has a stage.
const StagePage = lazy(async () => ({ default: (await import('./StagePage.tsx')).StagePage }));

/** What is to become evidence, what it is called, and what it is for. */
export function AddEvidenceDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['camera', 'common']);
  const { isLive } = useVisit();
  const { capture } = useCaptures();
  const words = useCaptureWords();
  const form = useId();
  const [chosen, setChosen] = useState<Chosen>();
  const [title, setTitle] = useState('');
  const [criterion, setCriterion] = useState('');
  const [zone, setZone] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const choose = (next: Chosen): void => {
    setChosen(next);
    setWrong(undefined);
    // What somebody has typed stays.
    setTitle((before) => before === '' || before === chosen?.name ? next.name : before);
  };
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (!chosen) return setWrong(t('add.missing'));
    setBusy(true);
    const kept = await capture({
      kind: chosen.kind, title: title.trim(), ...(criterion === '' ? {} : { criterion }), ...(zone === '' ? {} : { zone }),
    }, chosen.take);
    setBusy(false);
    if (!kept.ok) return setWrong(words(kept.code));
    toast(t('add.added'));
    onClose();
  };
  return (
    <Modal
      title={t('add.title')} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button type="submit" form={form} look="primary" busy={busy}>{t('add.add')}</Button></>}
    >
      <form id={form} className={css['form']} noValidate onSubmit={(event) => void add(event)}>
        <fieldset className={css['sources']}>
          <legend>{t('add.source')}</legend>
          <FileChoice chosen={chosen} onChoose={choose} />
          {isLive && <Suspense><StagePage chosen={chosen} onChoose={choose} /></Suspense>}
        </fieldset>
        {wrong !== undefined && <p role="alert" className={css['wrong']}><Icon name="warning" size={18} />{wrong}</p>}
        <TextField label={t('add.name')} optional value={title} maxLength={limits.titleChars} onChange={setTitle} />
        <Criteria criterion={criterion} onCriterion={setCriterion} zone={zone} onZone={setZone} />
        <p className={css['hint']}>{t('add.review')}</p>
      </form>
    </Modal>
  );
}

interface ChoiceProps {
  readonly chosen: Chosen | undefined;
  readonly onChoose: (chosen: Chosen) => void;
}

function FileChoice({ chosen, onChoose }: ChoiceProps): ReactNode {
  const { t } = useTranslation('camera');
  const id = useId();
  const here = chosen?.kind === 'file';
  return (
    <div className={css['source']} data-chosen={here || undefined}>
      <div className={css['words']}>
        <b>{here ? chosen.name : t('add.file')}</b>
        <small id={`${id}-hint`}>{t('add.fileHint')}</small>
      </div>
      <label htmlFor={id} className={buttonClass('line')}><Icon name="upload" />{t(here ? 'add.anotherFile' : 'add.chooseFile')}</label>
      <input
        id={id} type="file" accept={fileTypes.join(',')} className={css['hidden']} aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) onChoose({ kind: 'file', name: nameOf(file), take: () => captureFile(file) });
        }}
      />
    </div>
  );
}

interface CriteriaProps {
  readonly criterion: string;
  readonly onCriterion: (criterion: string) => void;
  readonly zone: string;
  readonly onZone: (zone: string) => void;
}

function Criteria({ criterion, onCriterion, zone, onZone }: CriteriaProps): ReactNode {
  const { t } = useTranslation('camera');
  const { observation: { plan } } = useVisit();
  const criteria = useCriterionOptions();
  return (
    <>
      <Select label={t('add.criterion')} optional value={criterion} onChange={onCriterion} options={[{ value: '', label: t('add.noCriterion') }, ...criteria]} />
      <Select
        label={t('add.zone')} optional value={zone} onChange={onZone}
        options={[{ value: '', label: t('add.noZone') }, ...Object.values(plan.zones).filter((one) => !one.noRecord).map(({ id, name }) => ({ value: id, label: name }))]}
      />
    </>
  );
}

/** The file's name without its ending, as a title to begin with. */
function nameOf(file: File): string {
  return file.name.replace(/\.[a-z0-9]{1,5}$/iu, '').slice(0, limits.titleChars);
}
