import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { LinkProps } from '../ui/Link.tsx';
import { isRoomPath } from './paths.ts';

/** A link from one page to another, without loading anew; the room is a document of its own. */
export function pageLink({ to, ...rest }: LinkProps): ReactNode {
  return <Link {...rest} to={to} reloadDocument={isRoomPath(to)} />;
}
