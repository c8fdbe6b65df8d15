import fc from 'fast-check';
import { stageIds } from '../../../protocol/assessment/case/ids.ts';
import type { StageId } from '../../../protocol/assessment/case/ids.ts';
import { firstPlaceOf, languagesOf, sides } from '../../../protocol/ceremony/ceremony.ts';
import type { Ceremony, Side } from '../../../protocol/ceremony/ceremony.ts';
import { nextPlaceFor, personOf, placeIds } from '../../../protocol/ceremony/places.ts';
import type { PlaceId } from '../../../protocol/ceremony/places.ts';
import { SYSTEM } from '../../../protocol/live/ids.ts';
import { initialState } from '../../../protocol/live/state.ts';
import type { Phase } from '../../../protocol/live/session.ts';
import type { SessionInfo } from '../../../protocol/live/session.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { decideLink, decideRetelling, decideUnlink } from '../../../server/assessment/case/links.ts';
import { decideCopies, decideSeal, decideSignature, decideText } from '../../../server/ceremony/written.ts';
import { authorise } from '../../../server/live/authorise.ts';
import type { Decision } from '../../../server/live/decide/decision.ts';
import type { PlayedKind } from './casts.ts';

interface ByWhom {
  readonly who: string;
}

/** What routes write into a session after their work (printing, signing, sealing, looking into another log), without the work. */
export type WrittenStep =
  | ByWhom & { readonly kind: 'copied' | 'sealed' }
  | ByWhom & { readonly kind: 'uploaded'; readonly copy: Side; readonly language: string }
  /** `isNext`: where and by whom it is due, whatever else is said; `isStale`: another copy than the one that is there is before them. */
  | ByWhom & { readonly kind: 'signed'; readonly copy: Side; readonly place: PlaceId; readonly isNext: boolean; readonly isStale: boolean }
  | ByWhom & { readonly kind: 'linked'; readonly session: string; readonly stage: StageId; readonly phase: Phase }
  | ByWhom & { readonly kind: 'unlinked'; readonly session: string }
  | { readonly kind: 'retold'; readonly session: string; readonly phase: Phase };

export function writtenSteps(kind: PlayedKind, who: fc.Arbitrary<string>): readonly fc.Arbitrary<WrittenStep>[] {
  const is = <K extends WrittenStep['kind']>(one: K) => fc.constant(one);
  if (kind === 'ceremony') {
    const copy = fc.constantFrom(...sides);
    const mostly = fc.constantFrom(true, true, true, false);
    const signed = fc.record({ kind: is('signed'), who, copy, place: fc.constantFrom(...placeIds), isNext: mostly, isStale: mostly.map((not) => !not) });
    return [
      fc.record({ kind: is('copied'), who }), fc.record({ kind: is('uploaded'), who, copy, language: fc.constantFrom('en', 'ar') }), signed, signed,
      fc.record({ kind: is('sealed'), who }),
    ];
  }
  if (kind === 'case') {
    const session = fc.constantFrom('m1', 'm2');
    const phase = fc.constantFrom<Phase>('scheduled', 'open', 'live', 'ended');
    return [
      fc.record({ kind: is('linked'), who, session, stage: fc.constantFrom(...stageIds.slice(0, 2)), phase }), fc.record({ kind: is('unlinked'), who, session }),
      fc.record({ kind: is('retold'), session, phase }),
    ];
  }
  return [];
}

export function writerOf({ ceremony }: SessionState, step: WrittenStep): string {
  if (step.kind === 'retold') return SYSTEM;
  return (step.kind === 'signed' && step.isNext ? due(ceremony)?.who : undefined) ?? step.who;
}

/** `count` makes the hash of what is written, which nothing else has. */
export function decideWritten(state: SessionState, step: WrittenStep, count: number): Decision {
  const who = writerOf(state, step);
  const { ceremony } = state;
  const file = count.toString(16).padStart(64, '7');
  switch (step.kind) {
    case 'uploaded': return decideText(state, who, { copy: step.copy, language: step.language, file, bytes: 9, pages: 2 });
    case 'copied': return decideCopies(state, who, sides.map((side) => ({
      side, file: `${side}${file.slice(1)}`, bytes: 9, pages: 3, languages: languagesOf(ceremony, side), firstPlace: firstPlaceOf(ceremony, side),
    })));
    case 'signed': {
      const { copy, place } = (step.isNext ? due(ceremony) : undefined) ?? step;
      const wanted = { copy, place, file: step.isStale ? file : ceremony.copies[copy]?.file ?? file };
      return decideSignature(state, who, wanted, { name: 'As it stands in the certificate', certificate: file, key: 'issued', file, bytes: 10 });
    }
    case 'sealed': return decideSeal(state, who, { file, bytes: 9, head: { seq: state.seq, hash: file } });
    case 'linked': return planning(state, who) ?? decideLink(state, meeting(step), step.stage);
    case 'unlinked': return planning(state, who) ?? decideUnlink(state, step.session);
    case 'retold': return decideRetelling(state, meeting(step));
  }
}

/** The signature that is waited for, of whoever comes first. */
function due(ceremony: Ceremony): { readonly who: string; readonly copy: Side; readonly place: PlaceId } | undefined {
  const who = placeIds.map((place) => personOf(ceremony, place)).find((one) => one !== undefined && nextPlaceFor(ceremony, one));
  return who === undefined ? undefined : { who, ...nextPlaceFor(ceremony, who)! };
}

/** Why somebody may not, as the gate of the route says it. */
function planning(state: SessionState, who: string): Extract<Decision, { ok: false }> | undefined {
  const allowed = authorise(state, who, { permission: 'case.plan', from: 'seat', phases: ['scheduled', 'open', 'live', 'ended'] });
  return allowed.ok ? undefined : allowed;
}

/** Another session, as it is by then. */
function meeting({ session, phase }: { readonly session: string; readonly phase: Phase }): SessionInfo {
  return { ...initialState().session, id: session, kind: 'assessment', title: 'The first meeting', phase };
}
