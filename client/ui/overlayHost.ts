import { createContext, use } from 'react';

/** The modal dialog of the browser that the component is in. */
export const OverlayHost = createContext<HTMLElement | null>(null);

/**
 * Where lists and dialogs of the component library are put: into the browser's modal dialog that they belong to, because
 * everything beside it lies underneath and cannot be pressed; without one at the end of the page, as usual.
 */
export function useOverlayHost(): { readonly UNSTABLE_portalContainer?: Element } {
  const host = use(OverlayHost);
  return host ? { UNSTABLE_portalContainer: host } : {};
}
