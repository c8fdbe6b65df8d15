import type { ReactNode } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useAccount } from './account.tsx';
import { signInPath } from './paths.ts';

/** Pages of people who are signed in; a guest is led to the one session that they have. */
export function PersonOnly(): ReactNode {
  const { me } = useAccount();
  const { pathname, search } = useLocation();
  if (me.person) return <Outlet />;
  if (me.guest) return <Navigate to={`/sessions/${me.guest.session}`} replace />;
  return <Navigate to={signInPath(pathname + search)} replace />;
}

/** Pages of people and guests. */
export function SeatedOnly(): ReactNode {
  const { me } = useAccount();
  const { pathname, search } = useLocation();
  return me.person ?? me.guest ? <Outlet /> : <Navigate to={signInPath(pathname + search)} replace />;
}

/** Pages of those who manage the people of an administration. */
export function AdministratorOnly(): ReactNode {
  const { me } = useAccount();
  return me.person && me.person.rank !== 'member' ? <Outlet /> : <Navigate to="/" replace />;
}
