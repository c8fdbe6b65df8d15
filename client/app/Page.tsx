import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { cx } from '../ui/cx.ts';
import { usePageTitle } from './usePageTitle.ts';
import css from './Page.module.css';

interface Props {
  readonly title: string;
  /** Stands above the title: kind and state. */
  readonly above?: ReactNode;
  /** Stands below the title: what the page is about. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** For forms. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

let firstPage = true;

/** A page of the application: names the tab, and takes the focus to its heading when one came here from another page. */
export function Page({ title, above, lead, actions, narrow = false, children }: Props): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const arrivedBy = useNavigationType();
  usePageTitle(title);
  useLayoutEffect(() => {
    if (!firstPage) {
      heading.current?.focus({ preventScroll: true });
      if (arrivedBy !== 'POP') window.scrollTo(0, 0);
    }
    firstPage = false;
  }, [pathname, arrivedBy]);
  return (
    <div className={cx(css['page'], narrow && css['narrow'])}>
      <div className={css['head']}>
        <div className={css['words']}>
          {above}
          <h1 className={css['title']} ref={heading} tabIndex={-1}>{title}</h1>
          {lead && <div className={css['lead']}>{lead}</div>}
        </div>
        {actions && <div className={css['actions']}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
