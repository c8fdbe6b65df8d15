import { useEffect } from 'react';
import type { ReactNode } from 'react';
import type { Me } from '../../../protocol/routes/identity.ts';
import type { RouteReply } from '../../../protocol/routes/table.ts';
import { api } from '../../app/api.ts';
import { Fetched } from '../../app/Fetched.tsx';
import { useApi } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { useLocale, useUiLanguage } from '../../i18n/useLocale.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Icon } from '../../ui/icons.tsx';
import { nameOfCountry } from '../../ui/names.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import css from './SignIn.module.css';

type DemoPerson = RouteReply<'demoPeople'>['people'][number];

/** The people of the demonstration by administration; one click signs in. */
export function DemoPeople({ onSignedIn }: { readonly onSignedIn: (me: Me) => void }): ReactNode {
  const people = useApi('demoPeople');
  const language = useUiLanguage();
  const { refetch } = people;
  // The server describes them in the language of the screen.
  useEffect(() => void refetch(), [language, refetch]);
  return <Fetched of={people}>{(data) => <Groups people={data.people} onSignedIn={onSignedIn} />}</Fetched>;
}

function Groups({ people, onSignedIn }: { readonly people: readonly DemoPerson[]; readonly onSignedIn: (me: Me) => void }): ReactNode {
  const locale = useLocale();
  const { run, busy, problem } = useAction((person: string) => api('demoSignIn', { body: { person } }));
  const signIn = async (person: string): Promise<void> => {
    const done = await run(person);
    if (done?.ok) onSignedIn(done.value);
  };
  const groups = Map.groupBy(people, (person) => person.administration);
  return (
    <div className={css['groups']}>
      <ProblemNotice problem={problem} />
      {[...groups].map(([administration, members]) => (
        <section className={css['group']} key={administration}>
          <h2>{administration}<span>{nameOfCountry(members[0]!.country, locale)}</span></h2>
          <ul className={css['people']}>
            {members.map((person) => <li key={person.id}><DemoButton person={person} disabled={busy} onPress={() => void signIn(person.id)} /></li>)}
          </ul>
        </section>
      ))}
    </div>
  );
}

function DemoButton({ person, disabled, onPress }: { readonly person: DemoPerson; readonly disabled: boolean; readonly onPress: () => void }): ReactNode {
  return (
    <button type="button" className={css['person']} aria-disabled={disabled} onClick={() => !disabled && onPress()}>
      <Avatar name={person.name} />
      <span><b>{person.name}</b><i>{person.description}</i></span>
      {disabled ? <Spinner size={18} /> : <Icon name="next" size={18} />}
    </button>
  );
}
