import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rank } from '../../../protocol/routes/identity.ts';
import type { RouteBodyInput } from '../../../protocol/routes/table.ts';
import { useAccount } from '../../app/account.tsx';
import { api } from '../../app/api.ts';
import { useApi, useRefresh } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { useViewerZone } from '../../app/zone.ts';
import { useUiLanguage } from '../../i18n/useLocale.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { LanguageField } from '../../ui/LanguageField.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Select } from '../../ui/Select.tsx';
import { ZoneField } from '../../ui/ZoneField.tsx';
import { NameAndEmail } from './NameAndEmail.tsx';
import type { MadeLink } from './madeLink.ts';
import { personFaults } from './personDraft.ts';
import { ranksToGive } from './ranks.ts';
import shared from '../shared/shared.module.css';

interface Props {
  readonly onClose: () => void;
  readonly onMade: (made: MadeLink) => void;
}

/** Adds a person, and answers the link with which they set their password. */
export function AddPersonDialog({ onClose, onMade }: Props): ReactNode {
  const { t } = useTranslation(['identity', 'common']);
  const form = useId();
  const { me } = useAccount();
  const refresh = useRefresh();
  const administrations = useApi('administrations');
  const [person, setPerson] = useState({ name: '', email: '' });
  const [administration, setAdministration] = useState(me.person?.administration ?? '');
  const [language, setLanguage] = useState<string>(useUiLanguage());
  const [zone, setZone] = useState(useViewerZone());
  const [rank, setRank] = useState<Rank>('member');
  const [tried, setTried] = useState(false);
  const { run, busy, problem } = useAction((body: RouteBodyInput<'createPerson'>) => api('createPerson', { body }));

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (personFaults(person).length > 0) return;
    const done = await run({ name: person.name, email: person.email.trim(), administration, language, zone, rank });
    if (!done?.ok) return;
    await refresh('people');
    onMade({ name: done.value.person.name, link: done.value.link });
  };

  return (
    <Dialog
      title={t('people.add')} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button type="submit" form={form} look="primary" busy={busy}>{t('people.addNow')}</Button></>}
    >
      <form id={form} className={shared['form']} noValidate onSubmit={(event) => void submit(event)}>
        <NameAndEmail value={person} onChange={setPerson} tried={tried} />
        {me.person?.rank === 'installation' && administrations.data && (
          <Select
            label={t('people.administration')} value={administration} onChange={setAdministration}
            options={administrations.data.administrations.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        <Select
          label={t('people.rank')} value={rank} onChange={setRank}
          options={ranksToGive(me.person?.rank).map((one) => ({ value: one, label: t(`rank.${one}`), detail: t(`rankAbout.${one}`) }))}
        />
        <LanguageField label={t('language')} value={language} onChange={setLanguage} />
        <ZoneField value={zone} onChange={setZone} />
        <ProblemNotice problem={problem} />
      </form>
    </Dialog>
  );
}
