import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { stageIds } from '../../../../protocol/assessment/case/ids.ts';
import type { ExpectedId, StageId } from '../../../../protocol/assessment/case/ids.ts';
import { limits } from '../../../../protocol/limits.ts';
import { upload } from '../../../app/upload.ts';
import type { Answer } from '../../../app/problem.ts';
import { useUiLanguage } from '../../../i18n/useLocale.ts';
import { FieldError, TextField } from '../../../ui/Field.tsx';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { Select } from '../../../ui/Select.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { VisibilityField } from '../VisibilityField.tsx';
import { useCase } from '../source.tsx';
import { useForm } from '../useForm.ts';
import { useStages } from '../useStages.ts';

interface Props {
  readonly stage?: StageId;
  readonly expected?: ExpectedId;
  readonly title?: string;
  readonly onClose: () => void;
}

const NONE = '-';
const ACCEPT = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,.pptx,.odt,.ods,.odp';

/** Files a document, for both sides or for one's own alone. */
export function FileDialog({ stage: givenStage = 'work-plan', expected: givenExpected, title: givenTitle = '', onClose }: Props): ReactNode {
  const { t } = useTranslation('case');
  const language = useUiLanguage();
  const { session } = useCase();
  const stages = useStages();
  const [file, setFile] = useState<File>();
  const [title, setTitle] = useState(givenTitle);
  const [stage, setStage] = useState<StageId>(givenStage);
  const [expected, setExpected] = useState<string>(givenExpected ?? NONE);
  const [isPrivate, setPrivate] = useState(false);
  const [share, setShare] = useState(0);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const documents = stages.find(({ id }) => id === stage)?.documents ?? [];
  const isTitleless = title.trim() === '';
  const isTooLarge = (file?.size ?? 0) > limits.caseDocumentBytes;
  const save = (): Promise<Answer<unknown>> => {
    stop.current = new AbortController();
    return upload('fileDocument', {
      params: { session: session.id }, file: file!, onProgress: setShare, signal: stop.current.signal,
      query: { title, name: file!.name, stage, private: isPrivate ? 'yes' : 'no', ...(expected === NONE ? {} : { expected }) },
    });
  };
  const form = useForm(!file || isTitleless || isTooLarge ? undefined : save, onClose);
  return (
    <FormDialog title={t('documents.file')} form={form} onClose={onClose} verb={t('documents.fileNow')}>
      <div>
        <FileDrop
          label={t('documents.choose')} hint={t('documents.types')} file={file} accept={ACCEPT} disabled={form.busy} invalid={form.tried && (!file || isTooLarge)}
          onFile={(chosen) => {
            setFile(chosen);
            if (isTitleless) setTitle(chosen.name.replace(/\.[^.]+$/u, ''));
          }}
        />
        {form.tried && !file && <FieldError>{t('missing.file')}</FieldError>}
        {isTooLarge && <FieldError>{t('documents.tooLarge')}</FieldError>}
        {form.busy && <progress value={share} aria-label={t('documents.sending')} style={{ inlineSize: '100%' }} />}
      </div>
      <TextField label={t('documents.name')} value={title} onChange={setTitle} maxLength={limits.titleChars} {...(form.tried && isTitleless ? { error: t('missing.title') } : {})} />
      <Select
        label={t('stage')} value={stage} options={stageIds.map((one) => ({ value: one, label: stages.find(({ id }) => id === one)?.title[language] ?? '' }))}
        onChange={(next) => {
          setStage(next);
          setExpected(NONE);
        }}
      />
      <Select
        label={t('documents.is')} optional value={expected} onChange={setExpected}
        options={[{ value: NONE, label: t('documents.another') }, ...documents.map((one) => ({ value: one.id, label: one.title[language] }))]}
      />
      <VisibilityField isPrivate={isPrivate} onChange={setPrivate} />
    </FormDialog>
  );
}
