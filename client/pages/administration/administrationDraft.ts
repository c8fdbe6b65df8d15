/** An administration as a form holds it. */
export interface AdministrationDraft {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | undefined;
  readonly languages: readonly string[];
}

export type AdministrationFault = 'name' | 'country' | 'languages';

export function administrationFaults(draft: AdministrationDraft): readonly AdministrationFault[] {
  const faults: AdministrationFault[] = [];
  if (draft.name.trim() === '') faults.push('name');
  if (draft.country === undefined) faults.push('country');
  if (draft.languages.length === 0) faults.push('languages');
  return faults;
}
