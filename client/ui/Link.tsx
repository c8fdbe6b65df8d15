import { createContext, use } from 'react';
import type { AnchorHTMLAttributes, ReactNode } from 'react';

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: string;
}

/** How a link leads on where it stands: the pages put their router's here; elsewhere it loads the other page, as any link of the web. */
export const DrawLink = createContext<(props: LinkProps) => ReactNode>(({ to, children, ...rest }) => <a {...rest} href={to}>{children}</a>);

/** A link to another page of the application. */
export function Link(props: LinkProps): ReactNode {
  return use(DrawLink)(props);
}
