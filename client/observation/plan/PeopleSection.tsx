import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rolesOf } from '../../../protocol/kinds.ts';
import { PersonLine } from '../../pages/shared/PersonLine.tsx';
import { useLocale } from '../../i18n/useLocale.ts';
import { nameOfCountry } from '../../ui/names.ts';
import { useVisit } from '../source.tsx';
import css from './plan.module.css';

/** Who takes part, by role. */
export function PeopleSection(): ReactNode {
  const { t } = useTranslation(['visit', 'kinds']);
  const locale = useLocale();
  const { participants, session } = useVisit();
  const everyone = Object.values(participants).filter((one) => one.presence !== 'banned' && one.presence !== 'removed').toSorted((a, b) => a.order - b.order);
  const roles = rolesOf(session.kind).map((role) => ({ role, people: everyone.filter((one) => one.role === role) })).filter(({ people }) => people.length > 0);
  return (
    <ul className={css['list']}>
      {roles.map(({ role, people }) => (
        <li key={role} className={css['role']}>
          <h3 className={css['sub']}>{t(`kinds:role.${role}`)}</h3>
          <ul className={css['people']}>
            {people.map((one) => <li key={one.id}><PersonLine name={one.name} below={`${one.administrationName} · ${nameOfCountry(one.country, locale)}`} /></li>)}
          </ul>
        </li>
      ))}
    </ul>
  );
}
