import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupPlan } from '../../../protocol/class/groups.ts';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { Chip } from '../../ui/Chip.tsx';
import { useClassSource } from '../source.tsx';
import css from './Groups.module.css';

/** The groups as they are prepared: who works with whom, on what and for how long. */
export function PlannedGroups({ plan: { groups, minutes } }: { readonly plan: GroupPlan }): ReactNode {
  const { t } = useTranslation('class');
  const locale = useLocale();
  const { participants, decks } = useClassSource();
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const namesOf = (members: readonly ParticipantId[]): readonly string[] => members.flatMap((member) => participants[member]?.name ?? []).toSorted((a, b) => a.localeCompare(b));
  return (
    <>
      <p className={css['quiet']}>{minutes === undefined ? t('groups.untimed') : t('groups.minutesOf', { count: minutes })}</p>
      <ul className={css['list']}>
        {groups.map(({ name, members, deck }, place) => (
          // A group is known by its place until it is opened.
          <li key={place} className={css['card']} data-planned={name}>
            <div className={css['head']}><h3>{name}</h3>{deck !== undefined && decks[deck] && <Chip icon="slides">{decks[deck].title}</Chip>}</div>
            <p className={css['quiet']}>{members.length === 0 ? t('groups.empty') : list.format(namesOf(members))}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
