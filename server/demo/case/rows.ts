import type { CellField, Status } from '../../../protocol/assessment/case/comparison.ts';
import type { SafeCriterion } from '../../../protocol/criteria.ts';

export interface DemoRow {
  readonly east: Readonly<Partial<Record<CellField, string>>>;
  readonly west: Readonly<Partial<Record<CellField, string>>>;
  readonly status: Status;
  /** Whose head has agreed. */
  readonly agreed: readonly ('east' | 'west')[];
  /** What the West wrote after that, which took the agreement back. */
  readonly changed?: string;
}

/** Rows of the comparison of the demonstration. Invented: no programme of any administration says this. */
export const rows: readonly (readonly [SafeCriterion, DemoRow])[] = [
  ['A', {
    east: { text: 'No serious infringement of customs law within two years before the application.\n申请前两年内无严重违反海关规定的行为。', practice: 'Extract from the enforcement database, checked at each review.' },
    west: { text: 'No serious or repeated infringement within three years before the application.', practice: 'Record of offences of all customs offices, queried on the day of the decision.' },
    status: 'equivalentInResult', agreed: ['east', 'west'],
  }],
  ['B', {
    east: { text: 'Commercial and customs records are kept for three years and can be traced from declaration to ledger.', practice: 'Ten declarations followed to the ledger during the on-site validation.' },
    west: { text: 'Records are kept for ten years; an audit trail leads from the accounts to the declaration.', practice: 'Audit trail tested on samples during the customs audit.' },
    status: 'equivalent', agreed: ['east', 'west'],
  }],
  ['C', {
    east: { text: 'Financial viability: no insolvency, assets cover liabilities.', practice: 'Audited accounts of the last year.' },
    west: { text: 'Financial solvency over three years, or since the company was founded.', practice: 'Audited accounts of three years and a query to the debt register.' },
    status: 'equivalent', agreed: ['east', 'west'],
  }],
  ['D', {
    east: { text: 'A contact person for customs; notification of incidents within 24 hours.', practice: 'Name in the register of certified enterprises; test call each year.' },
    west: { text: 'A contact person and a deputy; irregularities are reported without delay.', practice: 'Names in the authorisation; reports of the last year.' },
    status: 'equivalent', agreed: ['east'],
  }],
  ['E', {
    east: { text: 'Yearly training of all staff in supply chain security.', practice: 'Attendance lists and tests.', comment: '请说明对临时工的培训要求。 · Please state what is required for temporary workers.' },
    west: { text: 'Training of staff with security tasks, repeated when tasks change.', practice: 'Training plan and interviews.' },
    status: 'partly', agreed: [],
  }],
  ['F', {
    east: { text: 'Information is exchanged electronically; access rights by role.', practice: 'Access matrix of the system.' },
    west: { text: 'Confidentiality of data is ensured; access is logged.', practice: 'Log of the last quarter.' },
    status: 'equivalent', agreed: ['east', 'west'],
    changed: 'Confidentiality of data is ensured; access is logged, and logs are kept for one year.',
  }],
  ['G', {
    east: { text: 'Cargo areas are under cameras; recordings are kept for 90 days.', practice: 'Recordings of three chosen days were shown.', comment: '录像保存期限是差异所在。 · The difference lies in how long recordings are kept.' },
    west: { text: 'Cargo areas are under cameras or guarded; recordings are kept for 30 days.', practice: 'Retention setting of the recorder.', comment: 'La protection des données limite la durée à 30 jours.' },
    status: 'gap', agreed: [],
  }],
  ['H', {
    east: { text: 'High-security seals to ISO 17712; seal register with two signatures.', practice: 'Register and stock of seals counted on site.' },
    west: { text: 'Seals to ISO 17712 on loaded containers; 7-point inspection before loading.' },
    status: 'partly', agreed: [],
  }],
  ['I', { east: { text: 'Fences, locked gates, visitor register.' }, west: {}, status: 'notExamined', agreed: [] }],
];
