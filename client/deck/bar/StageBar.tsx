import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useLocale } from '../../i18n/useLocale.ts';
import { useMay } from '../../live/context.tsx';
import { cx } from '../../ui/cx.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton, iconButtonClass, IconButtonFace } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import type { MenuGroup } from '../../ui/Menu.tsx';
import { nameOfLanguage } from '../../ui/names.ts';
import popover from '../../ui/Popover.module.css';
import type { Pencil } from '../ink/tools.ts';
import { DecksDialog } from '../panel/DecksDialog.tsx';
import type { Shown } from '../view/look.ts';
import { useDeckView } from '../view/useDeckView.ts';
import type { Rights, StageNow } from '../view/useDeckView.ts';
import { DrawTools, toolsFor } from './DrawTools.tsx';
import { HandDialog } from './HandDialog.tsx';
import { PageField } from './PageField.tsx';
import { useLanguageGroup, usePresentingGroup } from './useBarMenus.ts';
import { ZoomTools } from './ZoomTools.tsx';
import css from './bar.module.css';

interface Props {
  readonly now: StageNow;
  readonly shown: Shown;
  readonly rights: Rights;
  readonly pencil: Pencil;
  readonly onPencil: (pencil: Pencil, byKey?: boolean) => void;
  /** The width of the stage, CSS pixels. */
  readonly width: number;
  readonly mayUndo: boolean;
  readonly mayClear: boolean;
  readonly onOverview: () => void;
  readonly onZoom: (direction: 1 | -1) => void;
  readonly onWhole: () => void;
}

/** From these widths on everything stands open, or all but the drawing. Below, what is not turning pages is behind buttons. */
const WIDE = 1_000;
const MIDDLE = 620;

/** What one does with the deck, under the page. */
export function StageBar({ now, shown, rights, pencil, onPencil, width, mayUndo, mayClear, onOverview, onZoom, onWhole }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const view = useDeckView();
  const [dialog, setDialog] = useState<'hand' | 'decks'>();
  const locale = useLocale();
  const mayManage = useMay('deck.manage');
  const { deck, presenter } = now;
  const languages = useLanguageGroup(now);
  const presenting = usePresentingGroup(now, shown.page, rights, {
    onDecks: () => setDialog('decks'), onHand: () => setDialog('hand'), mayChoose: rights.present || mayManage,
  });
  const tools = (open: boolean): ReactNode => (
    <DrawTools
      pencil={pencil} onPencil={onPencil} rights={rights} mayUndo={mayUndo} mayClear={mayClear} open={open}
      onUndo={() => void view.undo(shown.page)} onClear={() => void view.clear(shown.page)}
    />
  );
  const zoom: MenuGroup = {
    id: 'zoom', label: t('zoom.label'), entries: [
      { id: 'overview', icon: 'grid', label: t('bar.overview'), onAction: onOverview },
      { id: 'in', icon: 'zoomIn', label: t('zoom.in'), onAction: () => onZoom(1) },
      { id: 'out', icon: 'zoomOut', label: t('zoom.out'), disabled: shown.view.scale <= 1, onAction: () => onZoom(-1) },
      { id: 'whole', icon: 'slides', label: t('zoom.whole'), disabled: shown.view.scale <= 1, onAction: onWhole },
    ],
  };
  const draws = toolsFor(rights).length > 1;
  const wide = width >= WIDE;
  const narrow = width < MIDDLE;
  const more = [...(narrow ? [...languages, zoom] : []), ...presenting].filter(({ entries }) => entries.length > 0);
  return (
    <div className={css['bar']} role="group" aria-label={t('bar.label')}>
      {!narrow && (
        <div className={css['who']}>
          {rights.presenting
            ? <Button look="line" title={t('present.stop')} onClick={() => void view.stop()}>{t('present.end')}</Button>
            : presenter && <>{t('present.by')} <b>{presenter.name}</b></>}
        </div>
      )}
      <div className={css['tools']} role="group" aria-label={t('bar.pages')}>
        <IconButton icon="previous" label={t('bar.previous')} disabled={shown.page <= 1} onClick={() => view.step(-1)} />
        <PageField deck={deck} page={shown.page} onPage={(page) => view.turn(page)} />
        <IconButton icon="next" label={t('bar.next')} disabled={shown.page >= deck.pages} onClick={() => view.step(1)} />
        {!narrow && <IconButton icon="grid" label={t('bar.overview')} onClick={onOverview} />}
      </div>
      {!narrow && <ZoomTools scale={shown.view.scale} onZoom={onZoom} onWhole={onWhole} />}
      {draws && (wide ? <div className={css['divided']}>{tools(false)}</div> : (
        <DialogTrigger>
          <AriaButton className={iconButtonClass(false, pencil.tool === 'select' ? undefined : 'on')} aria-label={t('tools.open')}>
            <IconButtonFace icon={pencil.tool === 'select' ? 'pen' : pencil.tool === 'pointer' ? 'laser' : pencil.tool} label={t('tools.open')} />
          </AriaButton>
          <Popover className={cx(popover['popover'])} placement="top">
            <AriaDialog className={css['sheet'] ?? ''} aria-label={t('tools.label')}>{tools(true)}</AriaDialog>
          </Popover>
        </DialogTrigger>
      ))}
      <div className={css['end']}>
        {!narrow && languages.length > 0 && <Menu label={t('language.now', { language: nameOfLanguage(now.version.language, locale) })} groups={languages} trigger={{ icon: 'globe' }} />}
        {more.length > 0 && <Menu label={t('bar.more')} groups={more} />}
      </div>
      {dialog === 'hand' && <HandDialog presenter={presenter?.id} onClose={() => setDialog(undefined)} />}
      {dialog === 'decks' && <DecksDialog onClose={() => setDialog(undefined)} />}
    </div>
  );
}
