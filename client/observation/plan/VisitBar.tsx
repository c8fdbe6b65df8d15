import type { ReactNode } from 'react';
import { CaptureChip } from '../consent/CaptureChip.tsx';
import { SlotChip } from './SlotChip.tsx';

/** What a visit says in the bar at the top of the room: whether anything may be captured here, and what goes on. */
export default function VisitBar(): ReactNode {
  return <><CaptureChip /><SlotChip /></>;
}
