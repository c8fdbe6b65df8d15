import { expect, test } from 'vitest';
import { administrationFaults } from '../../../client/pages/administration/administrationDraft.ts';
import { personFaults } from '../../../client/pages/people/personDraft.ts';
import { ranksToGive } from '../../../client/pages/people/ranks.ts';
import { complete, faultsOf, withRolesOf, withStart } from '../../../client/pages/schedule/draft.ts';
import type { InvitedDraft, ScheduleDraft } from '../../../client/pages/schedule/draft.ts';
import { comingUp, past } from '../../../client/pages/shared/agenda.ts';
import { avatarTone, avatarTones, initials } from '../../../client/ui/initials.ts';
import { countryCodes, nameOfCountry, nameOfLanguage, sessionLanguages } from '../../../client/ui/names.ts';
import { noSession } from '../../../protocol/live/session.ts';
import type { Phase } from '../../../protocol/live/session.ts';
import { country, language } from '../../../protocol/fields.ts';
import type { SessionSummary } from '../../../protocol/routes/sessions.ts';

const now = Date.UTC(2026, 10, 23, 12);
const hour = 3_600_000;

function session(title: string, phase: Phase, startsIn: number, hours = 1): SessionSummary {
  const info = { ...noSession, id: title, title, phase, startsAt: now + startsIn * hour, endsAt: now + (startsIn + hours) * hour };
  return { info, administrationName: '', role: 'host', participant: 'me', participants: 1, present: 0, mayManage: false };
}

test('what is under way comes first, then what is open, then by the start; what is long over or ended is past', () => {
  const all = [
    session('tomorrow', 'scheduled', 24), session('soon', 'scheduled', 1), session('open', 'open', 5), session('live', 'live', -1),
    session('late', 'scheduled', -2), session('forgotten', 'scheduled', -9), session('ended', 'ended', -20), session('cancelled', 'ended', 3),
  ];
  expect(comingUp(all, now).map(({ info }) => info.title)).toEqual(['live', 'open', 'late', 'soon', 'tomorrow']);
  expect(past(all, now).map(({ info }) => info.title)).toEqual(['cancelled', 'forgotten', 'ended']);
});

const draft: ScheduleDraft = { title: 'A visit', languages: ['en'], startsAt: now, endsAt: now + hour, zone: 'UTC', lobby: true };

test('a schedule is complete when nothing is missing', () => {
  expect(complete({ ...draft, title: '  A visit ' })).toEqual(draft);
  expect(complete({ ...draft, endsAt: undefined })).toBeUndefined();
});

test.each<[Partial<ScheduleDraft>, string[]]>([
  [{}, []], [{ title: ' ' }, ['title']], [{ languages: [] }, ['languages']], [{ startsAt: undefined }, ['startsAt']], [{ endsAt: undefined }, ['endsAt']],
  [{ endsAt: now }, ['order']], [{ endsAt: now + 15 * 24 * hour }, ['long']], [{ title: '', startsAt: undefined, languages: [] }, ['title', 'startsAt', 'languages']],
])('the form with %o has the faults %o', (change, faults) => expect(faultsOf({ ...draft, ...change })).toEqual(faults));

test('another start keeps the length', () => {
  expect(withStart(draft, now + 5 * hour)).toMatchObject({ startsAt: now + 5 * hour, endsAt: now + 6 * hour });
  expect(withStart({ ...draft, endsAt: now - hour }, now + hour)).toMatchObject({ startsAt: now + hour, endsAt: now + hour });
  expect(withStart(draft, undefined)).toMatchObject({ startsAt: undefined, endsAt: draft.endsAt });
});

test('another kind keeps the roles that it has too', () => {
  const person = { id: 'p', name: 'P', administration: 'a', administrationName: 'A', country: 'FR' };
  const invited: InvitedDraft[] = [{ person, role: 'interpreter' }, { person, role: 'speaker' }];
  expect(withRolesOf('observation', invited).map(({ role }) => role)).toEqual(['interpreter', 'observer']);
});

test('forms say what is missing', () => {
  expect(administrationFaults({ name: ' ', country: undefined, languages: [] })).toEqual(['name', 'country', 'languages']);
  expect(administrationFaults({ name: 'A', country: 'FR', languages: ['fr'] })).toEqual([]);
  expect(personFaults({ name: '', email: 'no address' })).toEqual(['name', 'email']);
  expect(personFaults({ name: 'A', email: 'a@b.example' })).toEqual([]);
});

test('nobody gives more rights than they have', () => {
  expect(ranksToGive('administrator')).not.toContain('installation');
  expect(ranksToGive('installation')).toContain('installation');
});

test.each([
  ['Claire Fontaine', 'CF'], ['林晓雯', '晓雯'], ['周敏', '周敏'], ['Ольга Соколова', 'ОС'], ['Anne-Marie de la Tour', 'AT'], ['x', 'X'], ['  ', '?'], ['(guest)', 'G'],
])('the initials of %s are %s', (name, letters) => expect(initials(name)).toBe(letters));

test('a name always has the same colour, one of the set', () => {
  for (const name of ['', 'Claire Fontaine', '林晓雯', '🙂']) {
    expect(avatarTone(name)).toBe(avatarTone(name));
    expect(avatarTone(name)).toBeLessThan(avatarTones);
  }
});

test('countries and languages that are offered are ones that the server takes, with a name', () => {
  for (const code of countryCodes) {
    expect(country.safeParse(code).success).toBe(true);
    expect(nameOfCountry(code, 'en')).not.toBe(code);
  }
  for (const tag of sessionLanguages) {
    expect(language.safeParse(tag).success).toBe(true);
    expect(nameOfLanguage(tag, 'zh')).not.toBe(tag);
  }
  expect(nameOfLanguage('fr', 'fr')).toBe('Français');
  expect(nameOfLanguage('not a tag', 'en')).toBe('Not a tag');
});
