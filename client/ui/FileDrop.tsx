/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions -- A file may be dropped on the label; the field in it does the same with keyboard and mouse. */
import { useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { Icon } from './icons.tsx';
import css from './FileDrop.module.css';

interface Props {
  /** What to do here; once a file is chosen, its name stands there. */
  readonly label: string;
  /** What kind of file, and how large at most. */
  readonly hint: string;
  readonly file: File | undefined;
  /** As an input takes it. */
  readonly accept: string;
  readonly disabled?: boolean;
  readonly invalid?: boolean;
  readonly onFile: (file: File) => void;
}

/** Where a file is chosen, or dropped. */
export function FileDrop({ label, hint, file, accept, disabled = false, invalid = false, onFile }: Props): ReactNode {
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const chosen = files?.[0];
    if (chosen && !disabled) onFile(chosen);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <label
      className={css['file']} data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)} onDrop={onDrop}
    >
      <b><Icon name={file ? 'document' : 'upload'} />{file?.name ?? label}</b>
      <span>{hint}</span>
      <input
        type="file" accept={accept} disabled={disabled} aria-invalid={invalid}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file once more is a choice too.
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
