import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { Problem } from '../../app/problem.ts';
import { Modal } from '../../room/parts/Modal.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Select } from '../../ui/Select.tsx';
import { useClassSource } from '../source.tsx';
import { traineesOf } from '../useClass.ts';
import { usualCount } from './deal.ts';
import { counted, dealt, draftFrom, groupsFrom, placed } from './draft.ts';
import type { GroupsDraft } from './draft.ts';
import css from './Groups.module.css';

const NOWHERE = 'none';
const durations = [5, 10, 15, 20, 30, 45, 60] as const;

/** Who works with whom, for how long and on what: dealt at random or put by hand, opened now or kept for later. */
export default function GroupsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['class', 'common']);
  const form = useId();
  const { groups: { plan }, participants, isLive, send: command } = useClassSource();
  const people = traineesOf({ participants }).filter((one) => one.presence !== 'removed' && one.presence !== 'banned' && one.lobby === undefined);
  const nameOf = (number: number): string => t('groups.name', { number });
  const [draft, setDraft] = useState<GroupsDraft>(() => plan
    ? draftFrom(plan.groups)
    : dealt(counted({ groups: [], places: new Map() }, usualCount(people.length), nameOf), dealOrder(people)));
  const [minutes, setMinutes] = useState(plan?.minutes === undefined ? '' : String(plan.minutes));
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const groups = groupsFrom(draft);

  const send = async (name: 'groups.open' | 'groups.plan'): Promise<void> => {
    if (!groups || busy) return;
    setBusy(true);
    const done = await command(name, { groups: groups.map((group) => ({ ...group, members: [...group.members] })), ...(minutes === '' ? {} : { minutes: Number(minutes) }) });
    setBusy(false);
    if (done.ok) onClose();
    else setProblem(done.error);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send(isLive ? 'groups.open' : 'groups.plan');
  };

  return (
    <Modal
      title={t('groups.make')} onClose={onClose}
      actions={(
        <>
          <Button look="line" onClick={onClose}>{t('common:cancel')}</Button>
          {isLive && <Button look="line" disabled={!groups} busy={busy} onClick={() => void send('groups.plan')}>{t('groups.plan')}</Button>}
          <Button look="primary" type="submit" form={form} disabled={!groups} busy={busy}>{t(isLive ? 'groups.open' : 'common:save')}</Button>
        </>
      )}
    >
      <form id={form} className={css['dialog']} onSubmit={submit}>
        <div className={css['pair']}>
          <Select
            label={t('groups.count')} value={String(draft.groups.length)} options={Array.from({ length: limits.groupsPerClass }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }))}
            onChange={(count) => setDraft(counted(draft, Number(count), nameOf))}
          />
          <Select
            label={t('groups.minutes')} value={minutes === '' ? NOWHERE : minutes}
            options={[{ value: NOWHERE, label: t('groups.noTime') }, ...minuteOptions(minutes).map((count) => ({ value: String(count), label: t('groups.minutesOf', { count }) }))]}
            onChange={(chosen) => setMinutes(chosen === NOWHERE ? '' : chosen)}
          />
        </div>
        <Members draft={draft} people={people} onChange={setDraft} onDeal={() => setDraft(dealt(draft, dealOrder(people)))} />
        <Named draft={draft} onChange={setDraft} />
        <ProblemNotice problem={problem} />
      </form>
    </Modal>
  );
}

/** Who is here is dealt apart from who is not, so that no group is empty because its people are still to come. */
function dealOrder(people: readonly Participant[]): string[] {
  return people.toSorted((a, b) => Number(b.presence === 'in') - Number(a.presence === 'in')).map((one) => one.id);
}

function minuteOptions(chosen: string): readonly number[] {
  return chosen === '' || durations.some((one) => String(one) === chosen) ? durations : [...durations, Number(chosen)].toSorted((a, b) => a - b);
}

interface PartProps {
  readonly draft: GroupsDraft;
  readonly onChange: (draft: GroupsDraft) => void;
}

function Members({ draft, people, onChange, onDeal }: PartProps & { readonly people: readonly Participant[]; readonly onDeal: () => void }): ReactNode {
  const { t } = useTranslation('class');
  const options = [{ value: NOWHERE, label: t('groups.inNone') }, ...draft.groups.map(({ name }, place) => ({ value: String(place), label: name.trim() === '' ? t('groups.name', { number: place + 1 }) : name }))];
  return (
    <fieldset className={css['members']}>
      <div className={css['membersHead']}>
        <legend>{t('groups.members')}</legend>
        <Button look="quiet" icon="shuffle" onClick={onDeal}>{t('groups.deal')}</Button>
      </div>
      {people.length === 0 && <p className={css['quiet']}>{t('groups.nobody')}</p>}
      <ul className={css['people']}>
        {people.map((one) => (
          <li key={one.id}>
            <span className={css['person']}>{one.name}<small>{one.presence === 'in' ? one.administrationName : t('groups.notHere')}</small></span>
            <Select
              label={t('groups.groupOf', { name: one.name })} labelHidden options={options} value={String(draft.places.get(one.id) ?? NOWHERE)}
              onChange={(place) => onChange(placed(draft, one.id, place === NOWHERE ? undefined : Number(place)))}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** What each group is called, and the deck that it works on. */
function Named({ draft, onChange }: PartProps): ReactNode {
  const { t } = useTranslation('class');
  const { decks, groups: { kept } } = useClassSource();
  const choices = Object.values(decks).filter((deck) => !kept[deck.id]);
  const options = [{ value: NOWHERE, label: t('groups.noDeck') }, ...choices.map((deck) => ({ value: deck.id, label: deck.title }))];
  const set = (place: number, change: Partial<GroupsDraft['groups'][number]>): void =>
    onChange({ ...draft, groups: draft.groups.map((group, index) => (index === place ? { ...group, ...change } : group)) });
  return (
    <fieldset className={css['named']}>
      <legend>{t('groups.names')}</legend>
      {choices.length > 0 && (
        <Select
          label={t('groups.deckOfAll')} options={options} value={same(draft)} placeholder={t('groups.various')}
          onChange={(deck) => onChange({ ...draft, groups: draft.groups.map((group) => ({ ...group, deck: deck === NOWHERE ? '' : deck })) })}
        />
      )}
      {draft.groups.map((group, place) => (
        // A group is known by its place until it is opened.
        <div key={place} className={css['pair']}>
          <TextField label={t('groups.nameOf', { number: place + 1 })} value={group.name} maxLength={limits.titleChars} onChange={(name) => set(place, { name })} />
          {choices.length > 0 && <Select label={t('groups.deckOf', { number: place + 1 })} options={options} value={group.deck === '' ? NOWHERE : group.deck} onChange={(deck) => set(place, { deck: deck === NOWHERE ? '' : deck })} />}
        </div>
      ))}
    </fieldset>
  );
}

/** The deck that all groups have; undefined: not the same. */
function same({ groups }: GroupsDraft): string | undefined {
  const [first] = groups;
  if (!first || groups.some(({ deck }) => deck !== first.deck)) return undefined;
  return first.deck === '' ? NOWHERE : first.deck;
}
