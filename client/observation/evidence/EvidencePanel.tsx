import type { ReactNode } from 'react';
import { RoomVisit } from '../source.tsx';
import { EvidenceSection } from './EvidenceSection.tsx';

/** The evidence beside the stage of the room. */
export default function EvidencePanel(): ReactNode {
  return <RoomVisit><EvidenceSection /></RoomVisit>;
}
