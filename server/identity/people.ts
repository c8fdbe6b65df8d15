import { randomUUID } from 'node:crypto';
import { RefusalError } from '../../protocol/errors.ts';
import type { AdministrationView, PersonView } from '../../protocol/routes/identity.ts';
import type { Collection } from '../store/store.ts';
import { administrationView, demoId, isActive, isDemoId, personView } from './records.ts';
import type { AdministrationRecord, PersonRecord } from './records.ts';

export type NewPerson = Pick<PersonRecord, 'name' | 'email' | 'administration' | 'language' | 'zone' | 'rank'>;

/** The people of the installation and their administrations. What the demonstration makes bears its mark (records.ts). */
export class People {
  readonly #people: Collection<PersonRecord>;
  readonly #administrations: Collection<AdministrationRecord>;
  readonly #now: () => number;

  constructor(people: Collection<PersonRecord>, administrations: Collection<AdministrationRecord>, now: () => number) {
    this.#people = people;
    this.#administrations = administrations;
    this.#now = now;
  }

  get(id: string): PersonRecord | undefined {
    return this.#people.get(id);
  }

  all(): IterableIterator<PersonRecord> {
    return this.#people.all();
  }

  view(id: string): PersonView | undefined {
    const person = this.#people.get(id);
    return person && personView(person);
  }

  byEmail(email: string): PersonRecord | undefined {
    return this.#people.find((one) => one.email === email);
  }

  administration(id: string): AdministrationView | undefined {
    const administration = this.#administrations.get(id);
    return administration && administrationView(administration);
  }

  administrations(): AdministrationView[] {
    return [...this.#administrations.all()].map(administrationView);
  }

  /** Whether somebody exists who is not of the demonstration. */
  get isReal(): boolean {
    return this.#people.find((one) => !isDemoId(one.id)) !== undefined;
  }

  async addAdministration(given: Omit<AdministrationRecord, 'id'>, isDemo: boolean): Promise<AdministrationRecord> {
    const record = { ...given, id: isDemo ? demoId(randomUUID()) : randomUUID() };
    await this.#administrations.put(record);
    return record;
  }

  /** Throws record.absent. */
  changeAdministration(id: string, change: Partial<Omit<AdministrationRecord, 'id'>>): Promise<AdministrationRecord> {
    return this.#administrations.update(id, (one) => ({ ...one, ...change }));
  }

  /** Adds somebody to an administration; with a password they can sign in at once. Throws email.taken, record.absent. */
  add(given: NewPerson, password?: string): Promise<PersonRecord> {
    return this.#people.exclusive(async () => {
      if (!this.#administrations.has(given.administration)) throw new RefusalError('record.absent', 'administration');
      if (this.byEmail(given.email)) throw new RefusalError('email.taken');
      const record = {
        ...given, id: isDemoId(given.administration) ? demoId(randomUUID()) : randomUUID(), disabled: false, createdAt: this.#now(),
        ...(password === undefined ? {} : { password }),
      };
      await this.#people.put(record);
      return record;
    });
  }

  /**
   * Changes a person. Throws record.absent, and permission.denied (`rank.last`) when nobody would be left who manages the
   * installation.
   */
  change(id: string, change: (person: PersonRecord) => PersonRecord): Promise<PersonRecord> {
    return this.#people.exclusive(() => this.#people.update(id, (before) => {
      const after = change(before);
      if (managesAll(before) && !managesAll(after) && !this.#people.find((one) => one.id !== id && managesAll(one))) {
        throw new RefusalError('permission.denied', 'rank.last');
      }
      return after;
    }));
  }

  /** People who could be invited, by name, without regard to case and accents. */
  byName(query: string, most: number): PersonView[] {
    const wanted = fold(query);
    return [...this.#people.all()]
      .filter((one) => !one.disabled && fold(one.name).includes(wanted))
      .sort((one, other) => one.name.localeCompare(other.name))
      .slice(0, most).map(personView);
  }

  /** Everybody who is not disabled, or those of one administration, by name. */
  of(administration?: string): PersonView[] {
    return [...this.#people.all()].filter((one) => !one.disabled && (administration === undefined || one.administration === administration))
      .sort((one, other) => one.name.localeCompare(other.name)).map(personView);
  }

  /** The demonstration's own, with ids that bear its mark. */
  async putDemo(administrations: readonly AdministrationRecord[], people: readonly PersonRecord[]): Promise<void> {
    if (![...administrations, ...people].every(({ id }) => isDemoId(id))) throw new Error('an id without the mark of the demonstration');
    await this.#administrations.put(...administrations);
    await this.#people.put(...people);
  }

  async removeDemo(): Promise<void> {
    await this.#people.remove(...[...this.#people.all()].map((one) => one.id).filter(isDemoId));
    await this.#administrations.remove(...[...this.#administrations.all()].map((one) => one.id).filter(isDemoId));
  }
}

function managesAll(person: PersonRecord): boolean {
  return person.rank === 'installation' && isActive(person);
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
