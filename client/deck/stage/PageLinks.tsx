import { useEffect, useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownPage } from '../pdf/useShownPage.ts';
import { linksOf } from './links.ts';
import type { PageLink } from './links.ts';
import css from './PageArea.module.css';

interface Props {
  readonly shown: ShownPage;
  readonly onPage: (page: number) => void;
}

/** The page's links: to the web in another tab that learns nothing of this one, within the deck by turning to the page. */
export function PageLinks({ shown, onPage }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const [found, setFound] = useState<{ readonly of: ShownPage; readonly links: readonly PageLink[] }>();
  useEffect(() => {
    let over = false;
    linksOf(shown.pdf, shown.page).then((links) => !over && setFound({ of: shown, links }), () => undefined);
    return () => {
      over = true;
    };
  }, [shown]);
  if (found?.of !== shown) return null;
  return found.links.map(({ at, to }, index) => 'url' in to
    ? <a key={index} className={css['link']} style={placed(at)} href={to.url} target="_blank" rel="noopener noreferrer nofollow" title={to.url}>{to.url}</a>
    : <button key={index} type="button" className={css['link']} style={placed(at)} title={t('toPage', { page: to.page })} onClick={() => onPage(to.page)}>{t('toPage', { page: to.page })}</button>);
}

function placed({ x, y, width, height }: PageLink['at']): CSSProperties {
  return { insetInlineStart: `${x * 100}%`, insetBlockStart: `${y * 100}%`, inlineSize: `${width * 100}%`, blockSize: `${height * 100}%` };
}
