import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useDeckView } from '../view/useDeckView.ts';
import type { StageNow } from '../view/useDeckView.ts';
import css from './DeckStage.module.css';

/** Says that this screen does not show what the others see, and leads back. */
export function AloneNotice({ now: { stage, presenter }, page }: { readonly now: StageNow; readonly page: number }): ReactNode {
  const { t } = useTranslation('deck');
  const view = useDeckView();
  const name = presenter?.name ?? t('alone.presenter');
  return (
    <div className={css['alone']} role="status">
      <Icon name="eye" size={18} />
      <span>{page === stage.page ? t('alone.samePage', { name, page }) : t('alone.otherPage', { name, page, theirs: stage.page })}</span>
      <Button look="primary" onClick={() => view.follow()}>{t('alone.back')}</Button>
    </div>
  );
}
