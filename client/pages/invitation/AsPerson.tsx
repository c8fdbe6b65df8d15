import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdministrationView, PersonView } from '../../../protocol/routes/identity.ts';
import type { RouteBodyInput } from '../../../protocol/routes/table.ts';
import { Button } from '../../ui/Button.tsx';
import { PersonLine } from '../shared/PersonLine.tsx';
import shared from '../shared/shared.module.css';

interface Props {
  readonly person: PersonView;
  readonly administration: AdministrationView;
  readonly busy: boolean;
  readonly onEnter: (body: RouteBodyInput<'acceptInvitation'>) => Promise<void>;
}

/** Somebody who is signed in comes as themselves. */
export function AsPerson({ person, administration, busy, onEnter }: Props): ReactNode {
  const { t } = useTranslation('pages');
  const { name, language } = person;
  return (
    <section className={shared['card']}>
      <p>{t('invitation.signedIn')}</p>
      <PersonLine name={name} below={administration.name} size={44} />
      <div className={shared['buttons']}>
        <Button look="primary" busy={busy} onClick={() => void onEnter({ name, language, administrationName: administration.name, country: administration.country })}>
          {t('session.enter')}
        </Button>
      </div>
    </section>
  );
}
