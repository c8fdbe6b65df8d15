import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../protocol/live/participants.ts';
import { useMay } from '../../live/context.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useCommand } from '../live/useCommand.ts';
import css from './People.module.css';

/** The lobby, above everything else for who may open the door. */
export function Waiting({ waiting }: { readonly waiting: readonly Participant[] }): ReactNode {
  const { t } = useTranslation(['room', 'kinds']);
  const run = useCommand();
  const mayAdmit = useMay('lobby.manage');
  if (!mayAdmit || waiting.length === 0) return null;
  const admit = (people: readonly Participant[]): void => void run('participant.admit', { participants: people.map((one) => one.id) });
  return (
    <section className={css['waiting']}>
      <div className={css['head']}>
        <h3>{t('people.lobby')}</h3><span className={css['count']}>{waiting.length}</span>
        {waiting.length > 1 && <Button look="primary" className={css['small']} onClick={() => admit(waiting)}>{t('people.admitAll')}</Button>}
      </div>
      <ul>
        {waiting.map((person) => (
          <li key={person.id} className={css['row']}>
            <Avatar name={person.name} size={36} />
            <span className={css['who']}>
              <span className={css['name']}>{person.name}</span>
              <span className={css['from']}>{t(`kinds:role.${person.role}`)} · {person.administrationName}</span>
            </span>
            <Button look="primary" className={css['small']} aria-label={t('people.admitName', { name: person.name })} onClick={() => admit([person])}>{t('people.admit')}</Button>
            <IconButton icon="close" label={t('people.decline', { name: person.name })} onClick={() => void run('participant.decline', { participant: person.id })} />
          </li>
        ))}
      </ul>
    </section>
  );
}
