import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RouteBodyInput } from '../../../protocol/routes/table.ts';
import { cookieOf } from '../../harness/api.ts';
import { House, PASSWORD, personBody } from './house.ts';
import type { Member } from './house.ts';

let house: House;
/** Manages the installation, and is of the north. */
let ada: Member;
/** Administrator of the south. */
let sol: Member;
let south: string;

beforeEach(async () => {
  house = await House.open();
  ada = await house.first();
  south = (await ada.api.call('createAdministration', { body: { name: 'Douane du Sud', country: 'SN', languages: ['fr'] } })).id;
  sol = await house.add(ada, 'Sol', { administration: south, rank: 'administrator' });
});
afterEach(() => house.close());

const change = (by: Member, person: string, body: RouteBodyInput<'changePerson'>) => by.api.refusal('changePerson', { params: { person }, body });

describe('an administrator', () => {
  test('sees and adds people of their own administration alone', async () => {
    const { person, link } = await sol.api.call('createPerson', { body: personBody('Mo', { administration: south, rank: 'administrator' }) });
    expect([person.administration, person.state, link]).toEqual([south, 'invited', expect.stringMatching(/^\/setup\//)]);
    expect((await sol.api.call('people')).people.map((one) => one.name)).toEqual(['Sol', 'Mo']);
    expect((await ada.api.call('people')).people.map((one) => one.name)).toEqual(['Ada Berg', 'Sol', 'Mo']);
    expect(await sol.api.refusal('createPerson', { body: personBody('Nan', { administration: ada.person.administration }) })).toBe('permission.denied');
    expect(await sol.api.refusal('createPerson', { body: personBody('Nan', { administration: south, rank: 'installation' }) })).toBe('permission.denied');
  });

  test.each<[string, RouteBodyInput<'changePerson'>]>([
    ['rename', { name: 'Else' }], ['promote', { rank: 'administrator' }], ['disable', { disabled: true }],
    ['reset', { resetPassword: true }], ['sign out', { signOut: true }], ['look at', {}],
  ])('cannot %s people elsewhere, nor who manages the installation', async (_what, body) => {
    const bo = await house.add(ada, 'Bo');
    const boss = await house.add(ada, 'Boss', { administration: south, rank: 'installation' });
    expect(await change(sol, bo.person.id, body)).toBe('permission.denied');
    expect(await change(sol, boss.person.id, body)).toBe('permission.denied');
    expect(house.identity.person(bo.person.id)).toEqual(bo.person);
    expect(await house.caller(bo.cookie)).toBe(bo.person.id);
    expect(await house.caller(boss.cookie)).toBe(boss.person.id);
  });

  test('gives no rank above their own, not even to themselves', async () => {
    const mo = await house.add(sol, 'Mo', { administration: south });
    expect(await change(sol, mo.person.id, { rank: 'administrator' })).toBeUndefined();
    expect(await change(sol, mo.person.id, { rank: 'installation' })).toBe('permission.denied');
    expect(await change(sol, sol.person.id, { rank: 'installation' })).toBe('permission.denied');
  });

  test('changes their own administration and adds none', async () => {
    const rename = (administration: string) =>
      sol.api.refusal('changeAdministration', { params: { administration }, body: { name: 'Another name' } });
    expect(await rename(south)).toBeUndefined();
    expect(await rename(ada.person.administration)).toBe('permission.denied');
    expect(await sol.api.refusal('createAdministration', { body: { name: 'X', country: 'FR', languages: ['fr'] } })).toBe('permission.denied');
    expect((await sol.api.call('administrations')).administrations.map((one) => one.name)).toEqual(['Customs of the North', 'Another name']);
    expect(await ada.api.refusal('changeAdministration', { params: { administration: 'none' }, body: {} })).toBe('record.absent');
  });
});

describe('a member', () => {
  test('manages nobody, and finds people by name', async () => {
    const bo = await house.add(ada, 'Bo');
    expect(await bo.api.refusal('people')).toBe('permission.denied');
    expect(await bo.api.refusal('createPerson', { body: personBody('Nan', { administration: bo.person.administration }) })).toBe('permission.denied');
    expect(await change(bo, bo.person.id, { rank: 'administrator' })).toBe('permission.denied');
    await ada.api.call('createPerson', { body: { ...personBody('Zoe', { administration: south }), name: 'Zoé Ba' } });
    const { people } = await bo.api.call('directory', { query: { q: 'ZOE' } });
    expect(people).toEqual([{ id: expect.any(String), name: 'Zoé Ba', administration: south, administrationName: 'Douane du Sud', country: 'SN' }]);
    expect((await bo.api.call('directory')).people).toHaveLength(4);
  });

  test('changes how they appear, and no more', async () => {
    const bo = await house.add(ada, 'Bo');
    const me = await bo.api.call('changeMe', { body: { name: '  Bo \u202e Li ', zone: 'Asia/Shanghai', language: 'zh' } });
    expect(me.person).toMatchObject({ name: 'Bo Li', zone: 'Asia/Shanghai', language: 'zh', rank: 'member', email: bo.person.email });
    expect(await bo.api.refusal('changeMe', { body: { rank: 'installation' } as unknown as RouteBodyInput<'changeMe'> })).toBe('payload.invalid');
    expect(await bo.api.refusal('changeMe', { body: { zone: 'Mars/Base' } })).toBe('payload.invalid');
  });
});

describe('who manages the installation', () => {
  test('cannot be the last one and go', async () => {
    expect(await change(ada, ada.person.id, { disabled: true })).toBe('permission.denied');
    expect(await change(ada, ada.person.id, { rank: 'administrator' })).toBe('permission.denied');
    // Somebody who has not set a password yet could not take over.
    await ada.api.call('createPerson', { body: personBody('Late', { administration: south, rank: 'installation' }) });
    expect(await change(ada, ada.person.id, { disabled: true })).toBe('permission.denied');
    const boss = await house.add(ada, 'Boss', { rank: 'installation' });
    expect(await change(ada, boss.person.id, { disabled: true })).toBeUndefined();
    expect(await change(ada, ada.person.id, { rank: 'member' })).toBe('permission.denied');
    expect(await change(ada, boss.person.id, { disabled: false })).toBeUndefined();
    expect(await change(ada, ada.person.id, { rank: 'member' })).toBeUndefined();
    expect(house.identity.person(boss.person.id)).toMatchObject({ rank: 'installation', state: 'active' });
  });

  test('of two who demote each other at the same moment, one stays', async () => {
    const boss = await house.add(ada, 'Boss', { rank: 'installation' });
    const codes = await Promise.all([change(ada, boss.person.id, { rank: 'member' }), change(boss, ada.person.id, { rank: 'member' })]);
    expect(codes.toSorted()).toEqual(['permission.denied', undefined]);
  });

  test('gives each address once', async () => {
    const codes = await Promise.all([1, 2, 3].map(() =>
      ada.api.refusal('createPerson', { body: { ...personBody('Bo', { administration: south }), email: 'Bo@North.example' } })));
    expect(codes.toSorted()).toEqual(['email.taken', 'email.taken', undefined]);
    expect(await ada.api.refusal('createPerson', { body: personBody('Nan', { administration: 'none' }) })).toBe('record.absent');
    expect(await change(ada, 'nobody', { name: 'X' })).toBe('record.absent');
  });
});

describe('a disabled person', () => {
  test('is out at once, everywhere, and stays out until enabled', async () => {
    const bo = await house.add(ada, 'Bo');
    const other = cookieOf(await house.signIn(bo.person.email));
    house.ended.length = 0;
    expect(await change(ada, bo.person.id, { disabled: true })).toBeUndefined();
    expect(house.ended).toHaveLength(2);
    for (const cookie of [bo.cookie, other]) expect(await house.caller(cookie)).toBe('nobody');
    expect(await bo.api.refusal('directory')).toBe('identity.required');
    const refused = await house.signIn(bo.person.email);
    expect([refused.status, await refused.json()]).toEqual([403, { error: { code: 'identity.disabled' } }]);
    // Only who knows the password learns that the account exists and is disabled.
    expect((await house.signIn(bo.person.email, 'a wrong guess')).status).toBe(401);
    expect((await ada.api.call('directory', { query: { q: 'Bo' } })).people).toEqual([]);
    expect(await change(ada, bo.person.id, { disabled: false })).toBeUndefined();
    expect(await house.caller(other)).toBe('nobody');
    expect((await house.signIn(bo.person.email, PASSWORD)).status).toBe(200);
  });

  test('can be signed out by who manages them, without being disabled', async () => {
    const bo = await house.add(ada, 'Bo');
    expect(await change(ada, bo.person.id, { signOut: true })).toBeUndefined();
    expect(await house.caller(bo.cookie)).toBe('nobody');
    expect((await house.signIn(bo.person.email)).status).toBe(200);
  });
});
