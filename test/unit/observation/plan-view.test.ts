import { describe, expect, test } from 'vitest';
import { limits } from '../../../protocol/limits.ts';
import { captureHere, captureIn, nextStates, zoneOfVisit } from '../../../client/observation/consent/captureState.ts';
import { ownConsent } from '../../../client/observation/consent/ownConsent.ts';
import { figureOf } from '../../../client/observation/plan/figures.ts';
import { minutesOf } from '../../../client/observation/plan/minutes.ts';
import { questionsIn } from '../../../client/observation/plan/questionLines.ts';
import { nextSlot, slotClock } from '../../../client/observation/plan/slotClock.ts';
import { changesOf, without } from '../../../client/observation/plan/typed.ts';
import { nextStart, oneAfterTheOther, overlapping, usualAgenda } from '../../../client/observation/plan/usualAgenda.ts';
import { initialObservation } from '../../../protocol/observation/observation.ts';
import type { Observation } from '../../../protocol/observation/observation.ts';
import { initialPlan } from '../../../protocol/observation/plan.ts';
import type { Plan, Slot, Zone, ZoneKind } from '../../../protocol/observation/plan.ts';

const minute = 60_000;
const zone = (id: string, kind: ZoneKind = 'dock', noRecord = false): Zone => ({ id, kind, name: id, noRecord, remark: '' });
const slot = (id: string, startsAt: number, minutes: number, of?: string): Slot => ({ id, title: id, startsAt, minutes, ...(of === undefined ? {} : { zone: of }) });
const planWith = (zones: readonly Zone[], slots: readonly Slot[] = []): Plan => ({
  ...initialPlan, zones: Object.fromEntries(zones.map((one) => [one.id, one])), slots: Object.fromEntries(slots.map((one) => [one.id, one])),
});

describe('a form over values that others change', () => {
  test('sends what was touched and differs, and nothing else', () => {
    expect(changesOf({ name: 'A', address: 'B', remark: '' }, { name: 'A', remark: 'wet' })).toEqual({ remark: 'wet' });
  });

  test('what somebody else wrote meanwhile is no change of one\'s own', () => {
    expect(changesOf({ name: 'A', address: 'written by another' }, { name: 'mine' })).toEqual({ name: 'mine' });
  });

  test('after saving, what was typed in the meantime stays', () => {
    expect(without({ name: 'sent', address: 'typed on' }, { name: 'sent', address: 'typed' })).toEqual({ address: 'typed on' });
  });
});

describe('the usual agenda', () => {
  const titles = { opening: 'Opening', documents: 'Documents', closing: 'Closing', zone: ({ name }: Zone) => `Zone ${name}` };

  test('goes from the gate inwards, between an opening and a closing', () => {
    const agenda = usualAgenda([zone('it', 'itRoom'), zone('dock'), zone('gate', 'gate')], titles, 135);
    expect(agenda.map((one) => one.title)).toEqual(['Opening', 'Zone gate', 'Zone dock', 'Zone it', 'Documents', 'Closing']);
    expect(agenda.map((one) => one.zone)).toEqual([undefined, 'gate', 'dock', 'it', undefined, undefined]);
  });

  const lengths = (zones: number, available: number) => usualAgenda(Array.from({ length: zones }, (_, index) => zone(`z${index}`)), titles, available).map((one) => one.minutes);
  test.each([
    ['as usual', 3, 120, [15, 20, 20, 20, 30, 15]], ['in half the time', 3, 60, [10, 10, 10, 10, 15, 5]], ['in a long session, whose opening and closing stay short', 2, 240, [15, 60, 60, 90, 15]],
    ['in times that are no multiple of five', 1, 62, [10, 15, 25, 12]], ['in a few minutes', 3, 10, [1, 2, 2, 1, 3, 1]], ['although no time is left', 1, 0, [15, 20, 30, 15]],
  ] as const)('takes the time of the session: %s', (_how, zones, available, expected) => {
    expect(lengths(zones, available)).toEqual(expected);
  });

  test('never ends after the session, as long as every slot can have a minute', () => {
    for (let zones = 0; zones < 12; zones++) {
      for (let available = zones + 3; available < 700; available += 7) {
        const all = lengths(zones, available);
        expect({ zones, available, all, sum: all.reduce((sum, one) => sum + one, 0), least: Math.min(...all) >= 1 }).toEqual({ zones, available, all, sum: available, least: true });
      }
    }
  });

  test('has no walk where nothing may be recorded', () => {
    expect(usualAgenda([zone('dock'), zone('it', 'itRoom', true)], titles, 120).map((one) => one.key)).toEqual(['opening', 'dock', 'documents', 'closing']);
  });

  test('one slot begins where the one before ends', () => {
    const placed = oneAfterTheOther([{ key: 'a', title: 'a', minutes: 15 }, { key: 'b', title: 'b', minutes: 20 }], 1_000);
    expect(placed.map((one) => one.startsAt)).toEqual([1_000, 1_000 + 15 * minute]);
  });

  test('a new slot begins after the last one, and not before the session', () => {
    expect(nextStart(initialPlan, { startsAt: 500 })).toBe(500);
    expect(nextStart(planWith([], [slot('late', 600, 10), slot('early', 500, 5)]), { startsAt: 500 })).toBe(600 + 10 * minute);
  });

  test('a slot that begins before an earlier one is over is told, also behind a short one', () => {
    const plan = planWith([], [slot('long', 0, 60), slot('short', 10 * minute, 5), slot('third', 30 * minute, 5), slot('after', 60 * minute, 5)]);
    expect([...overlapping(plan)]).toEqual(['short', 'third']);
  });
});

describe('the clock of a slot', () => {
  const plan = { ...planWith([], [slot('a', 0, 40), slot('b', 40 * minute, 20)]), slot: { id: 'a', since: 1_000 } };

  test('runs from when it was begun, not from when it was planned', () => {
    expect(slotClock(plan, 1_000 + 22.5 * minute)).toEqual({ slot: plan.slots['a'], elapsedMs: 22.5 * minute, leftMinutes: 18 });
  });

  test('runs over, and never backwards', () => {
    expect(slotClock(plan, 1_000 + 43 * minute)?.leftMinutes).toBe(-3);
    expect(slotClock(plan, 0)?.elapsedMs).toBe(0);
  });

  test('there is none between slots, nor for a slot that was taken out', () => {
    expect(slotClock(planWith([], [slot('a', 0, 40)]), 5)).toBeUndefined();
    expect(slotClock({ ...initialPlan, slot: { id: 'gone', since: 0 } }, 5)).toBeUndefined();
  });

  test('the next one is the first before any has begun, and none after the last', () => {
    expect(nextSlot(planWith([], [slot('b', 9, 1), slot('a', 1, 1)]))?.id).toBe('a');
    expect(nextSlot(plan)?.id).toBe('b');
    expect(nextSlot({ ...plan, slot: { id: 'b', since: 0 } })).toBeUndefined();
  });
});

describe('whether anything may be captured here', () => {
  const me = { id: 'me' };
  const base: Observation = { ...initialObservation, plan: { ...planWith([zone('dock'), zone('vault', 'office', true)], [slot('s', 0, 10, 'dock')]), slot: { id: 's', since: 0 } } };
  const given = { state: 'given', at: 0, by: 'x' } as const;
  const consented: Observation = { ...base, consents: { ...base.consents, zones: { dock: given, vault: given } } };

  test('here is where one\'s own camera is, else where all cameras are, else the zone of the slot', () => {
    const at = (places: Record<string, string>): string | undefined => zoneOfVisit({ ...base, cameras: { ...base.cameras, places } }, me);
    expect(at({ me: 'vault', other: 'dock' })).toBe('vault');
    expect(at({ one: 'vault', other: 'vault' })).toBe('vault');
    expect(at({ one: 'vault', other: 'dock' })).toBe('dock');
    expect(at({})).toBe('dock');
    expect(at({ one: 'gone' })).toBeUndefined();
  });

  test.each([
    ['noConsent', base, 'dock'], ['allowed', consented, 'dock'], ['noRecord', consented, 'vault'],
    ['noConsent', { ...base, consents: { ...base.consents, zones: { dock: { ...given, state: 'withdrawn' } } } }, 'dock'],
    ['personRefused', { ...consented, consents: { ...consented.consents, persons: { p: { id: 'p', name: 'P', state: 'refused', zone: 'dock', at: 0, by: 'x' } } } }, 'dock'],
    ['paused', { ...consented, consents: { ...consented.consents, paused: true } }, 'vault'],
  ] as const)('%s', (state, observation, where) => {
    expect(captureIn(observation as Observation, where, true)).toBe(state);
  });

  test('who does not see what persons said is not told that all is allowed', () => {
    expect(captureIn(consented, 'dock', false)).toBe('zoneAllowed');
  });

  test('a pause is said also where the zone is not known', () => {
    expect(captureHere({ ...initialObservation, consents: { ...initialObservation.consents, paused: true } }, me, true)).toEqual({ state: 'paused' });
    expect(captureHere(initialObservation, me, true)).toBeUndefined();
  });

  test('a consent is withdrawn only once it was given', () => {
    expect([undefined, 'given', 'refused', 'withdrawn'].map((state) => nextStates(state as 'given' | undefined))).toEqual([['given', 'refused'], ['withdrawn'], ['given'], ['given']]);
  });

  test('one\'s own consent is the one that bears one\'s seat', () => {
    const person = { id: 'p', name: 'Me', participant: 'me', state: 'given', at: 0, by: 'me' } as const;
    expect(ownConsent({ ...base.consents, persons: { p: person } }, 'me')).toBe(person);
    expect(ownConsent({ ...base.consents, persons: { p: person } }, 'other')).toBeUndefined();
  });
});

describe('what is typed', () => {
  test.each([['30', 30], [' 5 ', 5], ['0', undefined], ['1440', 1440], ['1441', undefined], ['2.5', undefined], ['', undefined], ['half', undefined]] as const)('"%s" minutes', (text, minutes) => {
    expect(minutesOf(text)).toBe(minutes);
  });

  test.each([['', undefined], ['2,5', 2.5], ['2.5', 2.5], ['10', 10], ['11', 'fault'], ['-1', 'fault'], ['fast', 'fault'], ['1e3', 'fault']] as const)('the figure "%s"', (text, figure) => {
    expect(figureOf(text, 10)).toBe(figure);
  });

  test('questions are lines that hold something; too many or too long ones are a fault', () => {
    expect(questionsIn(' One?\n\n  Two? \n')).toEqual({ list: ['One?', 'Two?'], fault: false });
    expect(questionsIn(Array.from({ length: 41 }, () => 'x').join('\n')).fault).toBe(true);
    expect(questionsIn('x'.repeat(limits.criterionQuestionChars + 1)).fault).toBe(true);
  });
});
