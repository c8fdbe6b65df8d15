import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isLastHost, isOthersToManage } from '../../../../protocol/live/managing.ts';
import type { Participant } from '../../../../protocol/live/participants.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { PersonLine } from '../../../pages/shared/PersonLine.tsx';
import { RoleSelect } from '../../../pages/shared/RoleSelect.tsx';
import { useCase } from '../source.tsx';
import { AddOfficials } from './AddOfficials.tsx';
import { ContactsSection } from './ContactsSection.tsx';
import shared from '../../../pages/shared/shared.module.css';
import css from '../case.module.css';

/** Who has a seat in the case, by side; each side manages its own people. */
export function CasePeople(): ReactNode {
  const { t } = useTranslation('case');
  const { sides, session, participants, me, may } = useCase();
  const [adds, setAdds] = useState(false);
  const all = Object.values(participants).toSorted((a, b) => a.order - b.order);
  // Until a side has somebody who can, the others do it.
  const mayManage = (administration: string): boolean => may('participant.assign') && !isOthersToManage({ session, participants }, me, administration);
  return (
    <>
      <section className={shared['section']}>
        <div className={shared['sectionHead']}>
          <h2>{t('people.title')}</h2>
          {may('participant.assign') && <Button look="line" icon="addPerson" onClick={() => setAdds(true)}>{t('people.add')}</Button>}
        </div>
        <p className={shared['muted']}>{t('people.about')}</p>
        <div className={css['columns']} style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))' }}>
          {sides.map((side) => (
            <section key={side.administration} className={shared['section']}>
              <h3>{side.name}</h3>
              <ul className={css['list']}>
                {all.filter((one) => one.administration === side.administration).map((one) => <PersonItem key={one.id} one={one} mayManage={mayManage(side.administration)} />)}
              </ul>
            </section>
          ))}
        </div>
      </section>
      <ContactsSection />
      {adds && <AddOfficials onClose={() => setAdds(false)} />}
    </>
  );
}

function PersonItem({ one, mayManage }: { readonly one: Participant; readonly mayManage: boolean }): ReactNode {
  const { t } = useTranslation(['case', 'kinds']);
  const { me, session, participants, run } = useCase();
  const [asks, setAsks] = useState(false);
  // The last of a side who can manage it stays what they are.
  const changes = mayManage && !isOut(one) && !isLastHost({ session, participants }, one);
  return (
    <li className={css['item']} style={{ flexWrap: 'wrap', alignItems: 'center' }}>
      <div className={css['itemWords']} style={{ minInlineSize: 140 }}>
        <PersonLine name={one.name} below={changes ? undefined : t(`kinds:role.${one.role}`)} />
      </div>
      {one.presence === 'in' && one.connected && <Chip tone="ok" icon="eye">{one.id === me.id ? t('people.you') : t('people.here')}</Chip>}
      {isOut(one) && <Chip>{t('people.out')}</Chip>}
      {changes && <RoleSelect kind="case" labelHidden label={t('people.roleOf', { name: one.name })} value={one.role} onChange={(role) => void run('participant.assign', { participant: one.id, role })} />}
      {changes && one.id !== me.id && <IconButton icon="close" label={t('people.removeNamed', { name: one.name })} onClick={() => setAsks(true)} />}
      {mayManage && isOut(one) && <Button look="bare" onClick={() => void run('participant.unban', { participant: one.id })}>{t('people.back')}</Button>}
      {asks && (
        <ConfirmDialog
          title={t('people.removeTitle', { name: one.name })} confirm={t('people.remove')} onClose={() => setAsks(false)}
          onConfirm={() => void run('participant.uninvite', { participant: one.id }).then((done) => done && setAsks(false))}
        >
          {t('people.removeText')}
        </ConfirmDialog>
      )}
    </li>
  );
}

function isOut({ presence }: Participant): boolean {
  return presence === 'banned' || presence === 'removed';
}
