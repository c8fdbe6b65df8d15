import { useCallback, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import type { AssignmentView } from '../../../protocol/training/views.ts';
import { api } from '../../app/api.ts';
import type { Problem } from '../../app/problem.ts';
import { useRefresh } from '../../app/queries.ts';
import { upload } from '../../app/upload.ts';
import { useAction } from '../../app/useAction.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/Toast.tsx';
import { FileSize } from './FileSize.tsx';
import pages from '../../pages/shared/shared.module.css';
import css from './assignment.module.css';

/** A text and files, handed in together. What lies here is kept until it is. */
export function HandInForm({ edition, view }: { readonly edition: string; readonly view: AssignmentView }): ReactNode {
  const { t } = useTranslation('training');
  const refresh = useRefresh();
  const choice = useRef<HTMLInputElement>(null);
  const { submission } = view;
  const staged = submission?.staged ?? [];
  const [text, setText] = useState(submission?.versions.at(-1)?.text ?? '');
  const [share, setShare] = useState<number>();
  const [fault, setFault] = useState<Problem>();
  const params = { edition, assignment: view.id };
  const { run, busy, problem } = useAction(useCallback((words: string) => api('handIn', { params: { edition, assignment: view.id }, body: { text: words } }), [edition, view.id]));

  const add = async (files: FileList | null): Promise<void> => {
    setFault(undefined);
    for (const file of files ?? []) {
      if (file.size > limits.handInBytes) {
        setFault({ code: 'file.tooLarge', detail: file.name });
        continue;
      }
      setShare(0);
      const done = await upload('uploadHandIn', { params, query: { name: file.name.slice(0, limits.nameChars) }, file, onProgress: setShare });
      if (!done.ok) setFault(done.error);
    }
    setShare(undefined);
    if (choice.current) choice.current.value = '';
    await refresh('assignment');
  };
  const drop = async (file: string): Promise<void> => {
    const done = await api('dropHandIn', { params: { ...params, file } });
    if (!done.ok) setFault(done.error);
    await refresh('assignment');
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!(await run(text))?.ok) return;
    toast(t('assignment.done'));
    await refresh('assignment', 'edition', 'training', 'toMark');
  };

  return (
    <section className={pages['card']}>
      <h2>{submission && submission.versions.length > 0 ? t('assignment.handInAgain') : t('assignment.handIn')}</h2>
      <form className={pages['form']} onSubmit={(event) => void submit(event)}>
        <TextArea label={t('assignment.text')} optional rows={10} maxLength={limits.reportTextChars} value={text} onChange={setText} />
        <div className={pages['section']}>
          <p className={css['label']}>{t('assignment.files')}</p>
          <ul className={css['files']}>
            {staged.map((file) => (
              <li key={file.hash}>
                <Icon name="document" /><span>{file.name} <FileSize bytes={file.bytes} /></span>
                <IconButton icon="close" label={t('assignment.drop', { name: file.name })} onClick={() => void drop(file.hash)} />
              </li>
            ))}
          </ul>
          <p className={pages['muted']}>{t('assignment.filesHint', { count: limits.handInFiles, size: limits.handInBytes / (1024 * 1024) })}</p>
          <input ref={choice} className={css['hidden']} type="file" multiple tabIndex={-1} aria-label={t('assignment.add')} onChange={(event) => void add(event.currentTarget.files)} />
          <div><Button look="line" icon="upload" busy={share !== undefined} disabled={staged.length >= limits.handInFiles} onClick={() => choice.current?.click()}>{t('assignment.add')}</Button></div>
        </div>
        <ProblemNotice problem={fault ?? problem} />
        <div className={pages['buttons']}><Button type="submit" look="primary" icon="send" busy={busy} disabled={share !== undefined}>{t('assignment.send')}</Button></div>
      </form>
    </section>
  );
}
