import { useMemo } from 'react';
import type { Part } from '../../../protocol/observation/evidence.ts';
import { useCaptures } from '../capture/useCaptures.ts';
import type { CaptureCode, Queued } from '../capture/item.ts';
import { useVisit } from '../source.tsx';

/** waiting to uploading: still on this device. sent: with the operator. stopped: it waits for somebody. deleted: it may not be kept. */
export type CaptureState = 'waiting' | 'sending' | 'stopped' | 'deleted' | 'uploading' | 'sent' | 'released' | 'withheld';

/** Something that this device captured, on its way or arrived. */
export interface OwnCapture {
  readonly id: string;
  readonly at: number;
  readonly zone?: string;
  readonly state: CaptureState;
  /** Share that has arrived, 0 to 1. */
  readonly share: number;
  readonly code?: CaptureCode;
  /** On this device; else the server may have it. */
  readonly isHere: boolean;
  /** What the server holds of it already. */
  readonly stored: readonly Part[];
}

const inVisit = { uploading: 'uploading', review: 'sent', released: 'released', withheld: 'withheld', discarded: 'deleted' } as const;
const inQueue = { waiting: 'waiting', sending: 'sending', stopped: 'stopped', refused: 'deleted' } as const;

/** What this person has captured in this visit, the newest first. */
export function useOwnCaptures(): readonly OwnCapture[] {
  const { me, observation: { evidence } } = useVisit();
  const { items } = useCaptures();
  return useMemo(() => {
    const onDevice = items.filter((one) => one.kind !== 'version').map(fromQueue);
    const known = new Set(onDevice.map((one) => one.id));
    const arrived = Object.values(evidence.items).filter((one) => one.by === me.id && !known.has(one.id) && one.state !== 'discarded').map((one): OwnCapture => ({
      id: one.id, at: one.capturedAt, state: inVisit[one.state], share: 1, isHere: false, stored: one.versions[0]?.stored ?? [],
      ...(one.zone === undefined ? {} : { zone: one.zone }),
    }));
    return [...onDevice, ...arrived].toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  }, [items, evidence.items, me.id]);
}

function fromQueue({ id, keptAt, zone, state, share, code }: Queued): OwnCapture {
  return {
    id, at: keptAt, state: inQueue[state], share, isHere: true, stored: [], ...(zone === undefined ? {} : { zone }), ...(code === undefined ? {} : { code }),
  };
}
