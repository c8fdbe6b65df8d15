import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAccount } from '../../app/account.tsx';
import { api } from '../../app/api.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Menu } from '../../ui/Menu.tsx';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { toast } from '../../ui/Toast.tsx';
import css from './Layout.module.css';

/** Who is signed in, with what they can do about it. */
export function PersonMenu(): ReactNode {
  const { t } = useTranslation('pages');
  const { t: tError } = useTranslation('errors');
  const { me, refresh } = useAccount();
  const navigate = useNavigate();
  const name = me.person?.name ?? me.guest?.name ?? '';
  const below = me.person ? me.administration?.name ?? '' : t('nav.guest');

  const signOut = async (): Promise<void> => {
    const answer = await api('signOut');
    if (!answer.ok && answer.error.code !== 'identity.required') return toast(tError(answer.error.code), 'warning');
    await refresh();
    await navigate('/sign-in');
  };

  const settings: MenuEntry[] = me.person ? [{ id: 'settings', label: t('nav.settings'), icon: 'settings', onAction: () => void navigate('/settings') }] : [];
  return (
    <Menu
      label={`${name}, ${below}`}
      trigger={{
        look: 'bare',
        children: <span className={css['who']}><Avatar name={name} size={36} /><span><b>{name}</b> <i>{below}</i></span></span>,
      }}
      groups={[{
        id: 'account', label: `${name} · ${below}`,
        entries: [...settings, { id: 'signOut', label: t('nav.signOut'), icon: 'signOut', onAction: () => void signOut() }],
      }]}
    />
  );
}
