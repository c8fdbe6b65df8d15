import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RouteBodyInput } from '../../../protocol/routes/table.ts';
import { firstBody, House, HOUR, PASSWORD, personBody, tokenOf } from './house.ts';
import type { Member } from './house.ts';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

const complete = (token: string, body: RouteBodyInput<'completeSetup'>) =>
  house.api().refusal('completeSetup', { params: { token }, from: house.nextAddress(), body });
const look = (token: string) => house.api().refusal('setup', { params: { token }, from: house.nextAddress() });

describe('the link for the first administrator', () => {
  const link = async (): Promise<string> => tokenOf((await house.identity.firstRunLink())!);

  test('makes an administration and who manages the installation, once', async () => {
    const token = await link();
    expect(await house.api().call('setup', { params: { token } })).toEqual({ purpose: 'first' });
    expect(await complete(token, firstBody())).toBeUndefined();
    expect(await complete(token, firstBody('eve@north.example'))).toBe('link.used');
    expect(await look(token)).toBe('link.used');
    expect(await house.identity.firstRunLink()).toBeUndefined();
    expect(house.identity.peopleByName('').map((one) => [one.email, one.rank])).toEqual([['ada@north.example', 'installation']]);
  });

  test('works for one of two who come at the same moment', async () => {
    const token = await link();
    const codes = await Promise.all(['ada@north.example', 'eve@north.example'].map((email) => complete(token, firstBody(email))));
    expect(codes.toSorted()).toEqual(['link.used', undefined]);
    expect(house.identity.peopleByName('')).toHaveLength(1);
  });

  test('is still good after a set-up that was refused', async () => {
    const token = await link();
    expect(await complete(token, { ...firstBody(), password: 'password1234' })).toBe('password.weak');
    expect(await complete(token, { ...firstBody(), administration: undefined })).toBe('payload.invalid');
    expect(await complete(token, { password: PASSWORD })).toBe('payload.invalid');
    expect(await complete(token, firstBody())).toBeUndefined();
  });

  test('gives way to a newer one', async () => {
    const [older, newer] = [await link(), await link()];
    expect(await look(older)).toBe('link.revoked');
    expect(await look(newer)).toBeUndefined();
  });

  test('lasts seven days, over restarts', async () => {
    const token = await link();
    await house.reopen();
    house.pass(7 * 24 * HOUR - 60_000);
    expect(await look(token)).toBeUndefined();
    house.pass(60_000);
    expect(await look(token)).toBe('link.expired');
    expect(await complete(token, firstBody())).toBe('link.expired');
  });

  test.each(['x'.repeat(20), '..%2f..%2fetc%2fpasswd', `${'0'.repeat(36)}.${'0'.repeat(64)}`])('is not "%s"', async (token) => {
    expect(await look(token)).toBe('link.invalid');
    expect(await complete(token, firstBody())).toBe('link.invalid');
  });
});

describe('the link of an account', () => {
  let ada: Member;
  let bo: { readonly id: string; readonly token: string };
  beforeEach(async () => {
    ada = await house.first();
    const { person, link } = await ada.api.call('createPerson', { body: personBody('Bo', { administration: ada.person.administration }) });
    expect([person.state, link]).toEqual(['invited', expect.stringMatching(/^\/setup\//)]);
    bo = { id: person.id, token: tokenOf(link) };
  });
  const reset = async (): Promise<string> =>
    tokenOf((await ada.api.call('changePerson', { params: { person: bo.id }, body: { resetPassword: true } })).link!);

  test('sets the password and signs in, once', async () => {
    expect((await house.signIn('bo@north.example')).status).toBe(401);
    expect(await house.api().call('setup', { params: { token: bo.token } })).toEqual({ purpose: 'account', name: 'Bo', email: 'bo@north.example' });
    expect(await complete(bo.token, { password: 'password1234' })).toBe('password.weak');
    expect(await complete(bo.token, { password: PASSWORD })).toBeUndefined();
    expect(house.identity.person(bo.id)?.state).toBe('active');
    expect(await complete(bo.token, { password: 'nine patient herons' })).toBe('link.used');
    expect((await house.signIn('bo@north.example')).status).toBe(200);
  });

  test('lasts seven days', async () => {
    house.pass(7 * 24 * HOUR);
    expect(await complete(bo.token, { password: PASSWORD })).toBe('link.expired');
  });

  test('can be made again, for a forgotten password: older links are revoked, and whoever was in is out', async () => {
    const token = await reset();
    expect(await look(bo.token)).toBe('link.revoked');
    expect(await complete(token, { password: PASSWORD })).toBeUndefined();
    const cookie = (await house.signIn('bo@north.example')).headers.getSetCookie()[0]!.split(';')[0]!;
    const again = await reset();
    expect((await house.signIn('bo@north.example')).status).toBe(200);
    expect(await complete(again, { password: 'nine patient herons' })).toBeUndefined();
    expect(await house.caller(cookie)).toBe('nobody');
    expect((await house.signIn('bo@north.example')).status).toBe(401);
  });

  test('is over when its person is disabled, or has changed the password', async () => {
    await ada.api.call('changePerson', { params: { person: bo.id }, body: { disabled: true } });
    expect(await complete(bo.token, { password: PASSWORD })).toBe('link.revoked');
    expect(await ada.api.refusal('changePerson', { params: { person: bo.id }, body: { resetPassword: true } })).toBe('identity.disabled');
    const { link } = await ada.api.call('changePerson', { params: { person: bo.id }, body: { disabled: false, resetPassword: true } });
    const token = tokenOf(link!);
    expect(await complete(token, { password: PASSWORD })).toBeUndefined();
    const cookie = (await house.signIn('bo@north.example')).headers.getSetCookie()[0]!.split(';')[0]!;
    const waiting = await reset();
    await house.api(cookie).call('changePassword', { body: { current: PASSWORD, next: 'nine patient herons' }, from: house.nextAddress() });
    expect(await look(waiting)).toBe('link.revoked');
  });
});
