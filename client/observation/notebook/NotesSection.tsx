import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../protocol/observation/notebook.ts';
import { Menu } from '../../room/parts/Menu.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Switch } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useVisit } from '../source.tsx';
import { useCriterionName, useCriterionOptions } from '../useCriterionName.ts';
import { useStamp } from '../useStamp.ts';
import { byMoment } from './order.ts';
import css from './Notebook.module.css';

/** Notes, the newest first: one's own side's, and those that were shared. */
export function NotesSection(): ReactNode {
  const { t } = useTranslation('notebook');
  const { observation, may } = useVisit();
  const notes = byMoment(Object.values(observation.notebook.notes)).toReversed();
  const [edited, setEdited] = useState<Note>();
  return (
    <section className={css['section']} aria-label={t('view.notes')}>
      {may('note.write') && <NoteForm key={edited?.id ?? 'new'} note={edited} onDone={() => setEdited(undefined)} />}
      {notes.length === 0
        ? <EmptyState icon="edit" title={t('notes.none')}>{t('notes.noneText')}</EmptyState>
        : <ul className={css['list']}>{notes.map((note) => <NoteCard key={note.id} note={note} onEdit={() => setEdited(note)} />)}</ul>}
    </section>
  );
}

function NoteForm({ note, onDone }: { readonly note: Note | undefined; readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation(['notebook', 'common']);
  const { run } = useVisit();
  const [text, setText] = useState(note?.text ?? '');
  const [criterion, setCriterion] = useState(note?.criterion ?? '');
  const [shared, setShared] = useState(note?.shared ?? false);
  // The moment is when one began to write, not when one had finished.
  const [moment, setMoment] = useState<number>();
  const options = [{ value: '', label: t('criterion.none') }, ...useCriterionOptions()];
  const save = async (): Promise<void> => {
    if (text.trim() === '') return;
    const saved = await run('note.write', {
      ...(note ? { note: note.id } : {}), text, shared, ...(criterion === '' ? {} : { criterion }), ...(moment === undefined ? {} : { moment }),
    });
    if (saved === undefined) return;
    setText('');
    setMoment(undefined);
    onDone();
  };
  return (
    <form
      className={css['compose']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextArea
        label={t(note ? 'notes.change' : 'notes.write')} value={text} maxLength={4_000} rows={3}
        onChange={(next) => {
          setText(next);
          setMoment((before) => before ?? Date.now());
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        }}
      />
      <Select label={t('criterion.label')} options={options} value={criterion} onChange={setCriterion} />
      <Switch label={t('notes.share')} hint={t('notes.shareText')} checked={shared} disabled={note?.shared ?? false} onChange={setShared} />
      <div className={css['composeFoot']}>
        <Button look="primary" type="submit" disabled={text.trim() === ''}>{t('common:save')}</Button>
        {note && <Button look="quiet" onClick={onDone}>{t('common:cancel')}</Button>}
      </div>
    </form>
  );
}

function NoteCard({ note, onEdit }: { readonly note: Note; readonly onEdit: () => void }): ReactNode {
  const { t } = useTranslation(['notebook', 'common']);
  const { me, participants, observation, run } = useVisit();
  const nameOf = useCriterionName();
  const stamp = useStamp()(note.moment);
  const zone = note.zone === undefined ? undefined : observation.plan.zones[note.zone]?.name;
  const meta = [participants[note.by]?.name, zone, note.criterion === undefined ? undefined : nameOf(note.criterion)];
  return (
    <li className={css['card']}>
      <div className={css['head']}>
        <time className={css['time']} dateTime={stamp.iso} title={stamp.both}>{stamp.own}</time>
        <Chip tone={note.shared ? 'accent' : 'neutral'} icon={note.shared ? 'people' : 'lock'}>{t(note.shared ? 'notes.shared' : 'notes.ownSide')}</Chip>
        {note.by === me.id && (
          <Menu
            label={t('notes.menu')} icon="more" className={css['menu']}
            groups={[{ id: 'note', entries: [
              { id: 'edit', icon: 'edit', label: t('change'), onAction: onEdit },
              { id: 'remove', icon: 'trash', label: t('remove'), danger: true, onAction: () => void run('note.remove', { note: note.id }) },
            ] }]}
          />
        )}
      </div>
      <p className={css['text']}>{note.text}</p>
      <p className={css['meta']}>{meta.filter((part) => part !== undefined).join(' · ')}</p>
    </li>
  );
}
