import { describe, expect, test } from 'vitest';
import { kinds, rolesOf } from '../../../protocol/kinds.ts';
import type { KindName } from '../../../protocol/kinds.ts';
import { person } from '../../../protocol/routes/identity.ts';
import { demoAdministrations, demoPeople } from '../../../server/demo/people.ts';
import { demoPlans } from '../../../server/demo/sessions.ts';
import { isDemoId, personView } from '../../../server/identity/records.ts';

const now = Date.UTC(2026, 4, 12, 9, 7);
const plans = demoPlans(now);
const byId = new Map(demoPeople.map((one) => [one.id, one]));

describe('the demonstration', () => {
  test('has one session of each kind', () => {
    expect(plans.map((one) => one.kind).toSorted()).toEqual(Object.keys(kinds).toSorted());
  });

  test.each(plans.map((plan) => [plan.kind, plan] as const))('takes every role of %s, with people of both administrations', (kind: KindName, plan) => {
    expect(new Set(plan.participants.map((one) => one.role))).toEqual(new Set(rolesOf(kind)));
    expect(new Set(plan.participants.map((one) => byId.get(one.person)?.administration))).toEqual(new Set(demoAdministrations.map((one) => one.id)));
    expect(plan.participants.find((one) => one.person === plan.createdBy)?.role).toBe(kinds[kind].hostRole);
    expect(byId.get(plan.createdBy)?.administration).toBe(plan.administration);
    expect(new Set(plan.participants.map((one) => one.person)).size).toBe(plan.participants.length);
  });

  test('is about now: every session is under way or begins within two hours, and none ends soon', () => {
    for (const { startsAt, endsAt } of plans) {
      expect(startsAt).toBeLessThan(now + 2 * 3_600_000);
      expect(endsAt).toBeGreaterThan(now + 3_600_000);
      expect(startsAt % 900_000).toBe(0);
    }
  });

  test('has people of every rank, each in a session or managing, whom nothing could mistake for real ones', () => {
    expect(new Set(demoPeople.map((one) => one.rank))).toEqual(new Set(['member', 'administrator', 'installation']));
    expect(new Set(demoPeople.map((one) => one.id)).size).toBe(demoPeople.length);
    for (const one of demoPeople) {
      expect(isDemoId(one.id)).toBe(true);
      expect(person.parse(personView(one)).state).toBe('active');
      expect(one.email).toMatch(/\.example$/);
      expect(one.password).toBeUndefined();
      expect(Object.keys(one.description ?? {}).toSorted()).toEqual(['en', 'fr', 'zh']);
      expect(plans.some((plan) => plan.participants.some((seat) => seat.person === one.id))).toBe(true);
    }
    for (const { id, name } of demoAdministrations) expect([isDemoId(id), name]).toEqual([true, expect.stringContaining('(example)')]);
  });
});
