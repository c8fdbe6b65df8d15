import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../protocol/routes/identity.ts';
import type { RouteBodyInput } from '../../../protocol/routes/table.ts';
import { useAccount } from '../../app/account.tsx';
import { api } from '../../app/api.ts';
import { useRefresh } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { toast } from '../../ui/Toast.tsx';
import type { MadeLink } from './madeLink.ts';
import { ranksToGive } from './ranks.ts';

type Change = RouteBodyInput<'changePerson'>;

/** What an administrator can do with one person. */
export function PersonActions({ person, onLink }: { readonly person: PersonView; readonly onLink: (made: MadeLink) => void }): ReactNode {
  const { t } = useTranslation(['identity', 'errors']);
  const { me } = useAccount();
  const refresh = useRefresh();
  const [disables, setDisables] = useState(false);
  const { run, busy, problem } = useAction((body: Change) => api('changePerson', { params: { person: person.id }, body }));
  const myself = me.person?.id === person.id;
  const ranks = ranksToGive(me.person?.rank);
  if (!ranks.includes(person.rank)) return null;

  const change = async (body: Change, said: string): Promise<boolean> => {
    const done = await run(body);
    if (!done) return false;
    if (!done.ok) {
      toast(t(`errors:${done.error.code}`), 'warning');
      return false;
    }
    await refresh('people');
    if (done.value.link === undefined) toast(said);
    else onLink({ name: person.name, link: done.value.link });
    return true;
  };
  const disable = async (): Promise<void> => {
    if (await change({ disabled: true }, t('people.disabled', { name: person.name }))) setDisables(false);
  };

  return (
    <>
      <Menu
        label={t('people.more', { name: person.name })}
        groups={[
          {
            id: 'access',
            entries: person.state === 'disabled'
              ? [{ id: 'enable', label: t('people.enable'), icon: 'check', onAction: () => void change({ disabled: false }, t('people.enabled', { name: person.name })) }]
              : [
                  { id: 'reset', label: person.state === 'invited' ? t('people.newLink') : t('people.reset'), icon: 'key', onAction: () => void change({ resetPassword: true }, '') },
                  { id: 'signOut', label: t('people.signOut'), icon: 'signOut', onAction: () => void change({ signOut: true }, t('people.signedOut', { name: person.name })) },
                ],
          },
          {
            id: 'rank', label: t('people.rank'), selected: person.rank,
            entries: myself ? [] : ranks.map((rank) => ({
              id: rank, label: t(`rank.${rank}`),
              onAction: () => void change({ rank }, t('people.ranked', { name: person.name, rank: t(`rank.${rank}`) })),
            })),
          },
          {
            id: 'disable',
            entries: myself || person.state === 'disabled' ? [] : [{ id: 'disable', label: t('people.disable'), icon: 'stop', danger: true, onAction: () => setDisables(true) }],
          },
        ]}
      />
      {disables && (
        <ConfirmDialog
          title={t('people.disableTitle', { name: person.name })} confirm={t('people.disable')} busy={busy} problem={problem}
          onConfirm={() => void disable()} onClose={() => setDisables(false)}
        >
          {t('people.disableText')}
        </ConfirmDialog>
      )}
    </>
  );
}
