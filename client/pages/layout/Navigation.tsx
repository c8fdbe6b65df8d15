import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { useAccount } from '../../app/account.tsx';
import { Icon } from '../../ui/icons.tsx';
import type { IconName } from '../../ui/icons.tsx';
import css from './Layout.module.css';

/** Where a person can go: beside the page, or at the foot of a phone. */
export function Navigation(): ReactNode {
  const { t } = useTranslation('pages');
  const { me } = useAccount();
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the bar is wider than the screen where somebody has much to go to.
  useEffect(() => {
    // Newer browsers answer a promise, which an effect must not.
    void nav.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [pathname]);
  if (!me.person) return null;
  return (
    <nav ref={nav} className={css['nav']} aria-label={t('nav.label')}>
      <ul>
        <Entry to="/" icon="home" exact>{t('nav.home')}</Entry>
        <Entry to="/sessions" icon="calendar">{t('nav.sessions')}</Entry>
        <Entry to="/cases" icon="folder">{t('nav.cases')}</Entry>
        <Entry to="/compendium" icon="globe">{t('nav.compendium')}</Entry>
        <Entry to="/training" icon="book">{t('nav.training')}</Entry>
        {me.person.rank === 'member' && <Entry to="/settings" icon="settings">{t('nav.settings')}</Entry>}
      </ul>
      {me.person.rank !== 'member' && (
        <div>
          <h2>{t('nav.administration')}</h2>
          <ul>
            <Entry to="/people" icon="people">{t('nav.people')}</Entry>
            <Entry to="/administration" icon="building">{me.person.rank === 'installation' ? t('nav.administrations') : t('nav.own')}</Entry>
            <Entry to="/settings" icon="settings">{t('nav.settings')}</Entry>
          </ul>
        </div>
      )}
    </nav>
  );
}

function Entry({ to, icon, exact = false, children }: { readonly to: string; readonly icon: IconName; readonly exact?: boolean; readonly children: string }): ReactNode {
  return <li><NavLink to={to} end={exact}><Icon name={icon} /><span>{children}</span></NavLink></li>;
}
