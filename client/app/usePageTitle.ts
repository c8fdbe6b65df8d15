import { useEffect } from 'react';

/** The title of the browser's tab: what is shown, then the product. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Gangway` : 'Gangway';
  }, [title]);
}
