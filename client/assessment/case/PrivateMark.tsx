import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons.tsx';
import css from './case.module.css';

/** Says that only one's own side reads this. */
export function PrivateMark(): ReactNode {
  const { t } = useTranslation('case');
  return <span className={css['lock']}><Icon name="lock" size={14} strokeWidth={2.2} />{t('private')}</span>;
}
