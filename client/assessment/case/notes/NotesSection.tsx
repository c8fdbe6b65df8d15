import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseNote } from '../../../../protocol/assessment/case/papers.ts';
import { limits } from '../../../../protocol/limits.ts';
import { useViewerZone } from '../../../app/zone.ts';
import { useLocale } from '../../../i18n/useLocale.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { shortDate } from '../../../ui/timeFormats.ts';
import { FormDialog } from '../FormDialog.tsx';
import { PrivateMark } from '../PrivateMark.tsx';
import { VisibilityField } from '../VisibilityField.tsx';
import { useCase, usePersonName, useSideName } from '../source.tsx';
import { useForm } from '../useForm.ts';
import shared from '../../../pages/shared/shared.module.css';
import css from '../case.module.css';

/** Notes for both sides, and beside them one's own side's. */
export function NotesSection(): ReactNode {
  const { t } = useTranslation('case');
  const side = useSideName();
  const { file: { papers }, me, may } = useCase();
  const [open, setOpen] = useState<{ readonly note?: CaseNote; readonly isPrivate: boolean }>();
  const all = Object.values(papers.notes).toSorted((a, b) => b.at - a.at);
  const part = (isPrivate: boolean): ReactNode => {
    const notes = all.filter((one) => (one.side !== undefined) === isPrivate);
    return (
      <section className={shared['section']}>
        <div className={shared['sectionHead']}>
          <h2>{isPrivate ? t('notes.private', { side: side(me.administration) }) : t('notes.joint')}</h2>
          {may('case.write') && <Button look="line" icon="plus" aria-label={t(isPrivate ? 'notes.addPrivate' : 'notes.addJoint')} onClick={() => setOpen({ isPrivate })}>{t('notes.add')}</Button>}
        </div>
        {notes.length === 0
          ? <EmptyState icon={isPrivate ? 'lock' : 'edit'} title={t('notes.none')}>{t(isPrivate ? 'notes.nonePrivate' : 'notes.noneJoint')}</EmptyState>
          : <ul className={css['notes']}>{notes.map((one) => <li key={one.id}><Note note={one} onChange={() => setOpen({ note: one, isPrivate })} /></li>)}</ul>}
      </section>
    );
  };
  return (
    <div className={cx(css['columns'], css['halves'])}>
      {part(false)}
      {part(true)}
      {open && <NoteDialog {...open} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

function Note({ note, onChange }: { readonly note: CaseNote; readonly onChange: () => void }): ReactNode {
  const { t } = useTranslation('case');
  const locale = useLocale();
  const zone = useViewerZone();
  const person = usePersonName();
  const { me, may, run } = useCase();
  return (
    <article className={cx(css['note'], note.side !== undefined && css['private'])}>
      <div className={css['noteHead']}>
        <span className={css['itemMeta']}><span>{person(note.by)}</span><span className={shared['num']}>{shortDate(note.at, zone, locale)}</span>{note.side !== undefined && <PrivateMark />}</span>
        {may('case.write') && note.by === me.id && (
          <span>
            <IconButton icon="edit" label={t('notes.change')} onClick={onChange} />
            <IconButton icon="trash" label={t('notes.remove')} onClick={() => void run('case.removeNote', { note: note.id })} />
          </span>
        )}
      </div>
      <p>{note.text}</p>
    </article>
  );
}

function NoteDialog({ note, isPrivate: given, onClose }: { readonly note?: CaseNote; readonly isPrivate: boolean; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('case');
  const { send } = useCase();
  const [text, setText] = useState(note?.text ?? '');
  const [isPrivate, setPrivate] = useState(given);
  const isEmpty = text.trim() === '';
  const form = useForm(isEmpty ? undefined : () => send('case.note', { ...(note ? { note: note.id } : {}), text, private: isPrivate }), onClose);
  return (
    <FormDialog title={note ? t('notes.change') : t('notes.add')} form={form} onClose={onClose}>
      <TextArea label={t('notes.text')} rows={8} value={text} onChange={setText} maxLength={limits.caseTextChars} {...(form.tried && isEmpty ? { error: t('missing.text') } : {})} />
      <VisibilityField isPrivate={isPrivate} onChange={setPrivate} isShared={note !== undefined && note.side === undefined} />
    </FormDialog>
  );
}
