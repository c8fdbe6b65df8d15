/** Who somebody is, as a form holds it. */
export interface PersonDraft {
  readonly name: string;
  readonly email: string;
}

export type PersonFault = 'name' | 'email';

export function personFaults({ name, email }: PersonDraft): readonly PersonFault[] {
  const faults: PersonFault[] = [];
  if (name.trim() === '') faults.push('name');
  if (!/^\S+@\S+\.\S+$/u.test(email.trim())) faults.push('email');
  return faults;
}
