import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentState, PersonConsent } from '../../../protocol/observation/consents.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { toast } from '../../ui/Toast.tsx';
import { useVisit } from '../source.tsx';
import { useStamp } from '../useStamp.ts';
import { ConsentButtons, ConsentChip } from './ConsentButtons.tsx';
import { mayConsent } from './mayConsent.ts';
import { PersonDialog } from './PersonDialog.tsx';
import css from './consent.module.css';
import plan from '../plan/plan.module.css';

/** People who may come into the picture, for who sees consents. */
export function PersonConsents(): ReactNode {
  const { t } = useTranslation('visit');
  const visit = useVisit();
  const persons = Object.values(visit.observation.consents.persons);
  const canManage = mayConsent(visit);
  const [edits, setEdits] = useState<{ readonly person?: PersonConsent }>();
  const add = canManage && <Button look="line" icon="addPerson" onClick={() => setEdits({})}>{t('consent.addPerson')}</Button>;
  return (
    <>
      {persons.length === 0
        ? <EmptyState icon="people" title={t('consent.nobody')} actions={add}>{t('consent.nobodyText')}</EmptyState>
        : <ul className={plan['list']}>{persons.map((one) => <PersonRow key={one.id} person={one} canManage={canManage} onEdit={() => setEdits({ person: one })} />)}</ul>}
      {persons.length > 0 && add && <div>{add}</div>}
      {edits && <PersonDialog person={edits.person} onClose={() => setEdits(undefined)} />}
    </>
  );
}

interface RowProps {
  readonly person: PersonConsent;
  readonly canManage: boolean;
  readonly onEdit: () => void;
}

function PersonRow({ person, canManage, onEdit }: RowProps): ReactNode {
  const { t } = useTranslation(['visit', 'common']);
  const { observation, me, may, run } = useVisit();
  // Who has said no themselves stays on the list, and says yes themselves.
  const isOwnNo = person.state !== 'given' && person.by === person.participant && person.by !== me.id;
  const stamp = useStamp()(person.at);
  const zone = person.zone === undefined ? undefined : observation.plan.zones[person.zone]?.name;
  const choose = async (state: ConsentState): Promise<void> => {
    const done = await run('consent.person', { consent: person.id, name: person.name, state, ...(person.zone === undefined ? {} : { zone: person.zone }) });
    if (done !== undefined && state !== 'given') toast(t('consent.personEnded', { name: person.name }), 'cameraOff');
  };
  return (
    <li className={`${plan['row']} ${canManage ? css['managed'] : ''}`}>
      <div className={plan['words']}>
        <div className={plan['head']}>
          <b>{person.name}</b>
          {person.participant !== undefined && <Chip icon="person">{t('consent.inSession')}</Chip>}
        </div>
        <span className={plan['meta']}>{zone ?? t('consent.anywhere')}</span>
        <div className={plan['head']}><ConsentChip state={person.state} /><time className={plan['meta']} dateTime={stamp.iso} title={stamp.both}>{stamp.own}</time></div>
      </div>
      {canManage && (
        <Menu
          label={t('consent.menu', { name: person.name })}
          groups={[{ id: 'person', entries: [
            { id: 'edit', label: t('change'), icon: 'edit', onAction: onEdit },
            ...(isOwnNo && !may('evidence.release') ? [] : [{ id: 'remove', label: t('consent.remove'), icon: 'trash', danger: true, onAction: () => void run('consent.removePerson', { consent: person.id }) } as const]),
          ] }]}
        />
      )}
      {canManage && !isOwnNo && <div className={plan['below']}><ConsentButtons of={person.name} state={person.state} onChoose={(state) => void choose(state)} /></div>}
    </li>
  );
}
