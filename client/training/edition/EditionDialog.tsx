import { useCallback, useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import type { EditionView, TrainingHome } from '../../../protocol/training/views.ts';
import type { RouteBodyInput } from '../../../protocol/routes/table.ts';
import { api } from '../../app/api.ts';
import { useRefresh } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { useViewerZone } from '../../app/zone.ts';
import { PeoplePicker } from '../../pages/shared/PeoplePicker.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { Field, Switch, TextField } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Select } from '../../ui/Select.tsx';
import { nextFullHour } from '../../ui/wallTime.ts';
import { ZoneField } from '../../ui/ZoneField.tsx';
import { useWords } from '../shared/words.ts';
import pages from '../../pages/shared/shared.module.css';

interface Props {
  /** To begin one of these; with `edition`, that one is changed. */
  readonly courses?: TrainingHome['courses'];
  readonly edition?: EditionView;
  readonly onClose: () => void;
}

const SIX_WEEKS_MS = 42 * 24 * 3_600_000;

/** When a course is held, for how many, and who tutors it. */
export function EditionDialog({ courses = [], edition, onClose }: Props): ReactNode {
  const { t } = useTranslation(['training', 'common']);
  const words = useWords();
  const form = useId();
  const refresh = useRefresh();
  const mine = useViewerZone();
  const known = edition?.summary;
  const [course, setCourse] = useState(courses[0]?.id);
  const [name, setName] = useState(known?.name ?? '');
  const [zone, setZone] = useState(known?.zone ?? mine);
  const [startsAt, setStartsAt] = useState<number | undefined>(() => known?.startsAt ?? nextFullHour(Date.now(), mine));
  const [endsAt, setEndsAt] = useState<number | undefined>(() => known?.endsAt ?? nextFullHour(Date.now(), mine) + SIX_WEEKS_MS);
  const [places, setPlaces] = useState(String(known?.places ?? 20));
  const [isSelf, setSelf] = useState((known?.enrolment ?? 'self') === 'self');
  const [tutors, setTutors] = useState(() => (edition?.tutorIds ?? []).map((id, index) => ({ id, name: edition?.tutors[index] ?? '' })));
  const [tried, setTried] = useState(false);
  const { run, busy, problem } = useAction(useCallback(async (body: RouteBodyInput<'createEdition'>) => {
    if (!known) return api('createEdition', { body });
    const { course: _same, ...rest } = body;
    return api('changeEdition', { params: { edition: known.id }, body: rest });
  }, [known]));

  const count = Number(places);
  const isCount = Number.isInteger(count) && count >= 1 && count <= limits.placesPerEdition;
  const isOrdered = startsAt !== undefined && endsAt !== undefined && endsAt > startsAt;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const chosen = known?.course ?? course;
    if (name.trim() === '' || !isCount || !isOrdered || chosen === undefined) return;
    const done = await run({ course: chosen, name, startsAt, endsAt, zone, places: count, enrolment: isSelf ? 'self' : 'coordinator', tutors: tutors.map(({ id }) => id) });
    if (!done?.ok) return;
    await refresh('training', 'edition', 'editionPeople');
    onClose();
  };

  return (
    <Dialog
      title={known ? t('edition.change') : t('home.add')} onClose={onClose} wide
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button type="submit" form={form} look="primary" busy={busy}>{known ? t('edition.save') : t('home.addNow')}</Button></>}
    >
      <form id={form} className={pages['form']} noValidate onSubmit={(event) => void submit(event)}>
        {!known && <Select label={t('edition.course')} value={course} onChange={setCourse} options={courses.map((one) => ({ value: one.id, label: words(one.title) }))} />}
        <TextField label={t('edition.name')} hint={t('edition.nameHint')} value={name} maxLength={limits.titleChars} onChange={setName} error={tried && name.trim() === '' ? t('edition.nameMissing') : undefined} />
        <div className={pages['pair']}>
          <DateTimeField label={t('edition.from')} value={startsAt} onChange={setStartsAt} zone={zone} />
          <DateTimeField label={t('edition.to')} value={endsAt} onChange={setEndsAt} zone={zone} error={tried && !isOrdered ? t('edition.order') : undefined} />
        </div>
        <ZoneField label={t('edition.zone')} value={zone} onChange={setZone} />
        <TextField label={t('edition.places')} inputMode="numeric" value={places} onChange={setPlaces} error={tried && !isCount ? t('edition.placesWrong', { most: limits.placesPerEdition }) : undefined} />
        <Switch label={t('edition.self')} hint={t('edition.selfHint')} checked={isSelf} onChange={setSelf} />
        <Field label={t('edition.tutors')} hint={t('edition.tutorsHint')}>
          {(wired) => (
            <ul {...wired} className={pages['section']}>
              {tutors.map((one) => (
                <li key={one.id} className={pages['sectionHead']}>{one.name}<IconButton icon="close" label={t('edition.removeTutor', { name: one.name })} onClick={() => setTutors(tutors.filter(({ id }) => id !== one.id))} /></li>
              ))}
            </ul>
          )}
        </Field>
        <PeoplePicker without={tutors.map(({ id }) => id)} onPick={({ id, name: picked }) => setTutors([...tutors, { id, name: picked }])} />
        <ProblemNotice problem={problem} />
      </form>
    </Dialog>
  );
}
