import type { ReportTexts } from '../../../protocol/observation/report.ts';
import type { TextsShape } from '../../pages/shared/textsDraft.ts';

export const textFields = ['summary', 'jointConclusions', 'hostView', 'partnerView'] as const;
export type TextField = (typeof textFields)[number];
/** One of the texts, or the remark on a criterion: its letter or id after a colon. */
export type ReportField = TextField | `criterion:${string}`;

export const reportShape: TextsShape<ReportTexts, ReportField, 'report.edit'> = {
  command: 'report.edit',
  textIn: (texts, field) => isText(field) ? texts[field] : texts.criteria[criterionIn(field)] ?? '',
  editOf: (field, text) => isText(field) ? { [field]: text } : { criteria: { [criterionIn(field)]: text } },
  join: (one, other) => ({ ...one, ...other, ...(one.criteria || other.criteria ? { criteria: { ...one.criteria, ...other.criteria } } : {}) }),
};

export function isText(field: ReportField): field is TextField {
  return (textFields as readonly string[]).includes(field);
}

export function criterionIn(field: ReportField): string {
  return field.slice('criterion:'.length);
}
