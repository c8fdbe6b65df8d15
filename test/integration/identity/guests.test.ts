import type { Request, Response as Answer } from 'express';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GuestSeat } from '../../../server/identity/signIns.ts';
import { House, HOUR } from './house.ts';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

interface SetCookie {
  readonly pair: string;
  readonly options: { readonly httpOnly?: boolean; readonly sameSite?: string; readonly path?: string; readonly secure?: boolean; readonly maxAge?: number };
}

/** Seats a guest in a browser that holds `cookie`; answers the cookie that is set. */
async function seat(changes: Partial<GuestSeat> = {}, cookie?: string): Promise<SetCookie> {
  let set: SetCookie | undefined;
  const response = {
    cookie: (name: string, value: string, options: SetCookie['options']) => {
      set = { pair: `${name}=${value}`, options };
    },
  };
  await house.identity.seatGuest(
    { headers: { cookie } } as Request, response as unknown as Answer,
    { session: 's1', participant: 'p1', name: 'Guest One', invitation: 'i1', ...changes },
  );
  return set!;
}
const callerIn = (cookie: string, id: string, seated: readonly string[] = []) =>
  house.identity.callerOf(cookie, { id, seats: (person) => seated.includes(person) });

describe('a guest', () => {
  test('has a cookie for one session', async () => {
    const { pair, options } = await seat();
    expect(pair).toMatch(/^gangway_guest_s1=/);
    expect(options).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: false, maxAge: 24 * HOUR });
    expect(await callerIn(pair, 's1')).toMatchObject({ kind: 'guest', session: 's1', participant: 'p1', name: 'Guest One' });
    expect(await callerIn(pair, 's2')).toEqual({ kind: 'nobody' });
    // The name of the cookie opens nothing: the sign-in knows its session.
    expect(await callerIn(pair.replace('_s1=', '_s2='), 's2')).toEqual({ kind: 'nobody' });
    expect(await callerIn(pair.replace('gangway_guest_s1', 'gangway'), 's1')).toEqual({ kind: 'nobody' });
  });

  test('stays until what was said, and for a day at most', async () => {
    const short = await seat({ expiresAt: house.now() + HOUR });
    const long = await seat({ session: 's2', expiresAt: house.now() + 90 * HOUR });
    house.pass(HOUR);
    expect((await callerIn(short.pair, 's1')).kind).toBe('nobody');
    expect((await callerIn(long.pair, 's2')).kind).toBe('guest');
    house.pass(23 * HOUR);
    expect((await callerIn(long.pair, 's2')).kind).toBe('nobody');
  });

  test('is known where no session is named: who came last', async () => {
    const one = await seat();
    house.pass(1_000);
    const two = await seat({ session: 's2', participant: 'p2', name: 'Guest Two' });
    const cookie = `${one.pair}; ${two.pair}`;
    expect(await house.identity.callerOf(cookie)).toMatchObject({ kind: 'guest', session: 's2' });
    expect(await house.api(cookie).call('me')).toMatchObject({ guest: { session: 's2', participant: 'p2', name: 'Guest Two' } });
    expect(await callerIn(cookie, 's1')).toMatchObject({ session: 's1', participant: 'p1' });
  });

  test('who comes again in the same browser replaces the earlier sign-in', async () => {
    const one = await seat();
    await seat({ participant: 'p9' }, one.pair);
    expect((await callerIn(one.pair, 's1')).kind).toBe('nobody');
    expect(house.ended).toHaveLength(1);
  });

  test('goes with the invitation, and with the session', async () => {
    const [one, two, three] = [await seat(), await seat({ session: 's2', invitation: 'i2' }), await seat({ session: 's2', invitation: 'i3' })];
    await house.identity.endGuests('i1');
    expect((await callerIn(one.pair, 's1')).kind).toBe('nobody');
    expect((await callerIn(two.pair, 's2')).kind).toBe('guest');
    await house.identity.endGuestsOf('s2');
    for (const { pair } of [two, three]) expect((await callerIn(pair, 's2')).kind).toBe('nobody');
    expect(house.ended).toHaveLength(3);
    await house.reopen();
    for (const { pair } of [one, two, three]) expect((await house.identity.callerOf(pair)).kind).toBe('nobody');
  });

  test('may do nothing that is for people', async () => {
    const { pair } = await seat();
    for (const name of ['directory', 'administrations', 'signOutEverywhere', 'people'] as const) {
      expect(await house.api(pair).refusal(name), name).toBe('permission.denied');
    }
  });
});

describe('a browser that holds a person’s sign-in and a guest’s', () => {
  test('is the person where they have a seat, else the guest, else the person', async () => {
    const ada = await house.first();
    const cookie = `${ada.cookie}; ${(await seat({}, ada.cookie)).pair}`;
    expect(await callerIn(cookie, 's1', [ada.person.id])).toMatchObject({ kind: 'person', person: { id: ada.person.id } });
    expect(await callerIn(cookie, 's1')).toMatchObject({ kind: 'guest', participant: 'p1' });
    expect(await callerIn(cookie, 's2')).toMatchObject({ kind: 'person' });
    expect(await house.identity.callerOf(cookie)).toMatchObject({ kind: 'person' });
    expect(await house.api(cookie).call('me')).toMatchObject({ person: { id: ada.person.id }, guest: { session: 's1' } });
  });

  test('holds nothing after signing out', async () => {
    const ada = await house.first();
    const guest = (await seat({}, ada.cookie)).pair;
    const answer = await house.api(`${ada.cookie}; ${guest}`).raw('signOut');
    expect(answer.headers.getSetCookie().map((one) => one.split('=')[0]).toSorted()).toEqual(['gangway', 'gangway_guest_s1']);
    expect(house.ended).toHaveLength(2);
    for (const cookie of [ada.cookie, guest]) expect(await house.caller(cookie)).toBe('nobody');
  });
});
