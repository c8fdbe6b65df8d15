import type { ReactNode } from 'react';
import { Link } from '../../ui/Link.tsx';
import css from './Layout.module.css';

/** The product's mark and name, which lead home. */
export function Brand(): ReactNode {
  return (
    <Link to="/" className={css['brand']}>
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="currentColor" />
        <path d="M6 22h20M8 22l16-9M12 19.8v-6.3M16.5 17.3V11M21 14.8V8.5" fill="none" stroke="var(--surface)" strokeWidth="2.4" strokeLinecap="round" />
      </svg>
      Gangway
    </Link>
  );
}
