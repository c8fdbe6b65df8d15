import { limits } from '../../../protocol/limits.ts';
import type { ReportTexts } from '../../../protocol/observation/report.ts';
import type { CommandInput } from '../../../protocol/table.ts';
import { isTooLarge } from '../../live/frame.ts';
import { newId } from '../../live/ids.ts';

export type TextField = 'summary' | 'jointConclusions' | 'hostView' | 'partnerView';
export const textFields = ['summary', 'jointConclusions', 'hostView', 'partnerView'] as const satisfies readonly TextField[];

/** What somebody has typed and not saved: only the texts that they touched, so that the others follow the newest version. */
export interface ReportDraft {
  readonly texts: Partial<Readonly<Record<TextField, string>>>;
  readonly criteria: Readonly<Record<string, string>>;
  /** The version that was newest when they began; undefined: nothing is typed. */
  readonly base?: number;
}

export const emptyDraft: ReportDraft = { texts: {}, criteria: {} };

export function isEmpty({ texts, criteria }: ReportDraft): boolean {
  return Object.keys(texts).length === 0 && Object.keys(criteria).length === 0;
}

/** The texts as the form shows them: the newest version with what was typed over it. */
export function shown(newest: ReportTexts, draft: ReportDraft): ReportTexts {
  return { ...newest, ...draft.texts, criteria: { ...newest.criteria, ...draft.criteria } };
}

/** The fields that were typed here and that somebody else has changed since one began: "summary", "criterion G". */
export function conflicts(began: ReportTexts | undefined, newest: ReportTexts, draft: ReportDraft): readonly { readonly field: TextField | 'criterion'; readonly criterion?: string }[] {
  if (!began) return [];
  const texts = textFields.filter((field) => draft.texts[field] !== undefined && began[field] !== newest[field]);
  const criteria = Object.keys(draft.criteria).filter((id) => (began.criteria[id] ?? '') !== (newest.criteria[id] ?? ''));
  return [...texts.map((field) => ({ field })), ...criteria.map((criterion) => ({ field: 'criterion' as const, criterion }))];
}

/** What one edit changes; the longest text alone fills most of a frame. */
type ReportEdit = CommandInput<'report.edit'>['texts'];

/** What was typed as the edits that save it, one after the other: mostly a single one, more where a frame would not hold them all. */
export function editsOf(draft: ReportDraft): readonly ReportEdit[] {
  const frameOf = (texts: ReportEdit): unknown => ({ id: newId(), name: 'report.edit', payload: { base: limits.reportVersions, texts } });
  const typed: readonly ReportEdit[] = [
    ...textFields.flatMap((field) => draft.texts[field] === undefined ? [] : [{ [field]: draft.texts[field] }]),
    ...Object.entries(draft.criteria).map(([id, text]) => ({ criteria: { [id]: text } })),
  ];
  return typed.reduce<readonly ReportEdit[]>((edits, one) => {
    const last = edits.at(-1);
    const both: ReportEdit = { ...last, ...one, ...(last?.criteria || one.criteria ? { criteria: { ...last?.criteria, ...one.criteria } } : {}) };
    return last === undefined || isTooLarge(frameOf(both)) ? [...edits, one] : [...edits.slice(0, -1), both];
  }, []);
}
