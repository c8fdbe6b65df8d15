import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booth, BoothSeat } from '../../../protocol/live/interpretation.ts';
import { holds } from '../../../protocol/live/audience.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import type { Problem } from '../../app/problem.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { useLive, useSession } from '../../live/context.tsx';
import { Modal } from '../../room/parts/Modal.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Field.tsx';
import { Icon } from '../../ui/icons.tsx';
import { nameOfLanguage, sessionLanguages } from '../../ui/names.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import select from '../../prejoin/DeviceSelect.module.css';
import css from './Manage.module.css';

/** A new booth, or another team for one: into which language, both ways or one, and who sits in it. */
export function BoothForm({ booth, onClose }: { readonly booth?: Booth; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['interpretation', 'common', 'kinds']);
  const form = useId();
  const live = useLive();
  const locale = useLocale();
  const { interpreters, offered, taken } = useChoices(booth);
  const languages = useSession((state) => state.session.languages);
  const [into, setInto] = useState(booth?.languages[0] ?? offered.find((tag) => !taken.has(tag)) ?? '');
  const [back, setBack] = useState(booth?.languages[1] ?? '');
  const [seats, setSeats] = useState<readonly BoothSeat[]>(booth?.seats ?? []);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const team = {
      languages: back === '' || back === into ? [into] : [into, back],
      interpreters: seats.map(({ participant, between }) => ({ participant, between: [...between] })),
    };
    const result = await (booth ? live.command('interpretation.change', { booth: booth.id, ...team }) : live.command('interpretation.open', team));
    setBusy(false);
    if (result.ok) onClose();
    else setProblem(result.error);
  };
  const sit = (participant: string, on: boolean): void => setSeats((before) => (
    on ? [...before, { participant, between: [] }] : before.filter((seat) => seat.participant !== participant)
  ));
  const work = (participant: string, tag: string, on: boolean): void => setSeats((before) => before.map((seat) => (
    seat.participant === participant ? { ...seat, between: on ? [...seat.between, tag] : seat.between.filter((one) => one !== tag) } : seat
  )));

  return (
    <Modal
      title={t(booth ? 'form.change' : 'form.new')} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button look="primary" type="submit" form={form} busy={busy}>{t(booth ? 'common:save' : 'manage.add')}</Button></>}
    >
      <form id={form} className={css['form']} onSubmit={(event) => void submit(event)}>
        <LanguageSelect label={t('form.into')} value={into} offered={offered} taken={taken} onChange={setInto} />
        <LanguageSelect label={t('form.back')} hint={t('form.backText')} none={t('form.oneWay')} value={back} offered={offered.filter((tag) => tag !== into)} taken={taken} onChange={setBack} />
        <fieldset className={css['seats']}>
          <legend>{t('form.interpreters')}</legend>
          {interpreters.length === 0 && <p className={css['hint']}>{t('form.noInterpreters')}</p>}
          {interpreters.map(({ person, elsewhere }) => {
            const seat = seats.find((one) => one.participant === person.id);
            return (
              <div key={person.id} className={css['seat']}>
                <Checkbox
                  label={person.name} hint={elsewhere ? t('form.elsewhere') : person.administrationName} checked={seat !== undefined} disabled={elsewhere}
                  onChange={(on) => sit(person.id, on)}
                />
                {seat && (
                  <div role="group" aria-label={t('form.between', { name: person.name })} className={css['between']}>
                    {[...new Set([...languages, into, back, ...seat.between])].filter(Boolean).map((tag) => (
                      <label key={tag}><input type="checkbox" checked={seat.between.includes(tag)} onChange={(event) => work(person.id, tag, event.currentTarget.checked)} /><span>{nameOfLanguage(tag, locale)}</span></label>
                    ))}
                  </div>
                )}
              </div>
            );
          })}
        </fieldset>
        <ProblemNotice problem={problem} />
      </form>
    </Modal>
  );
}

interface LanguageSelectProps {
  readonly label: string;
  readonly hint?: string;
  /** The word for no language. */
  readonly none?: string;
  readonly value: string;
  readonly offered: readonly string[];
  /** Have a booth already. */
  readonly taken: ReadonlySet<string>;
  readonly onChange: (tag: string) => void;
}

function LanguageSelect({ label, hint, none, value, offered, taken, onChange }: LanguageSelectProps): ReactNode {
  const locale = useLocale();
  const id = useId();
  return (
    <div className={select['field']}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <p className={css['hint']} id={`${id}-hint`}>{hint}</p>}
      <div className={select['box']}>
        <select id={id} value={value} required={none === undefined} aria-describedby={hint === undefined ? undefined : `${id}-hint`} onChange={(event) => onChange(event.currentTarget.value)}>
          {none !== undefined && <option value="">{none}</option>}
          {offered.map((tag) => <option key={tag} value={tag} disabled={taken.has(tag)}>{nameOfLanguage(tag, locale)}</option>)}
        </select>
        <Icon name="down" size={18} />
      </div>
    </div>
  );
}

interface Choices {
  readonly interpreters: readonly { readonly person: Participant; readonly elsewhere: boolean }[];
  /** The languages of the session first. */
  readonly offered: readonly string[];
  readonly taken: ReadonlySet<string>;
}

function useChoices(booth: Booth | undefined): Choices {
  const state = useSession((all: SessionState) => all);
  const others = Object.values(state.interpretation.booths).filter((one) => one.id !== booth?.id);
  return {
    interpreters: Object.values(state.participants)
      .filter((one) => one.presence !== 'banned' && one.presence !== 'removed' && holds(state, one, 'interpretation.speak'))
      .map((person) => ({ person, elsewhere: others.some((one) => one.seats.some((seat) => seat.participant === person.id)) })),
    offered: [...new Set([...state.session.languages, ...booth?.languages ?? [], ...sessionLanguages])],
    taken: new Set(others.flatMap((one) => one.languages)),
  };
}
