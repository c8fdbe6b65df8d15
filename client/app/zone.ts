import { useAccount } from './account.tsx';

/** The zone of this device. */
export function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The zone in which this person reads times: their setting; for guests and before sign-in the device's. */
export function useViewerZone(): string {
  const { me } = useAccount();
  return me.person?.zone ?? deviceZone();
}
