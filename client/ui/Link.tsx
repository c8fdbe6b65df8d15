import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { useHref, useLinkClickHandler, useLocation } from 'react-router';

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: string;
  /** In the place of this page in the browser's history. */
  readonly replace?: boolean;
  readonly state?: unknown;
}

/** A link to another page of the application. The router's own brings the loading ahead of pages that it knows of, which is not used here. */
export function Link({ to, replace, state, onClick, children, ...rest }: LinkProps): ReactNode {
  const go = useLinkClickHandler<HTMLAnchorElement>(to, { ...(replace === undefined ? {} : { replace }), state, ...(rest.target === undefined ? {} : { target: rest.target }) });
  return (
    <a
      {...rest} href={useHref(to)}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) go(event);
      }}
    >
      {children}
    </a>
  );
}

/** A link of the navigation: it says that one is at this page or, unless `exact`, at one below it. */
export function NavigationLink({ to, exact, ...rest }: LinkProps & { readonly exact: boolean }): ReactNode {
  const { pathname } = useLocation();
  const isHere = pathname === to || (!exact && pathname.startsWith(`${to}/`));
  return <Link {...rest} to={to} aria-current={isHere ? 'page' : undefined} />;
}
