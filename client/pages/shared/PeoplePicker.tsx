import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteReply } from '../../../protocol/routes/table.ts';
import { call } from '../../app/api.ts';
import { ProblemError } from '../../app/problem.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { nameOfCountry } from '../../ui/names.ts';

export type DirectoryPerson = RouteReply<'directory'>['people'][number];

interface Props {
  /** Ids of people who are on the list already. */
  readonly without: readonly string[];
  readonly onPick: (person: DirectoryPerson) => void;
}

/** Finds people of the installation by their name. */
export function PeoplePicker({ without, onPick }: Props): ReactNode {
  const { t } = useTranslation('pages');
  const locale = useLocale();
  const [text, setText] = useState('');
  const { data } = useQuery({
    queryKey: ['directory', text],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const found = await call('directory', { query: text.trim() === '' ? {} : { q: text.trim() } }, signal);
      if (!found.ok) throw new ProblemError(found.error);
      return found.value.people;
    },
  });
  const people = (data ?? []).filter((person) => !without.includes(person.id));
  return (
    <ComboBox
      label={t('picker.label')} hint={t('picker.hint')} placeholder={t('picker.placeholder')} picks value={undefined} onSearch={setText}
      options={people.map((person) => ({ value: person.id, label: person.name, detail: `${person.administrationName} · ${nameOfCountry(person.country, locale)}` }))}
      onChange={(id) => {
        const person = people.find((one) => one.id === id);
        if (person) onPick(person);
      }}
    />
  );
}
