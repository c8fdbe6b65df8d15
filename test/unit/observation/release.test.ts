import { beforeEach, describe, expect, test } from 'vitest';
import { project } from '../../../protocol/live/audience.ts';
import { gatherFacts } from '../../../protocol/observation/reportFacts.ts';
import { NOW, picture, Visit } from './scene.ts';

let visit: Visit;
let one: string;
beforeEach(() => {
  visit = new Visit();
  one = visit.stored();
});
const region = { x: 0, y: 0, width: 0.1, height: 0.1, hides: 'plate' } as const;
const arrow = { id: 'w1', shape: 'arrow', ink: 'red', number: 1, from: { x: 0, y: 0 }, to: { x: 1, y: 1 } } as const;
const masked = (evidence = one, of = one) => visit.must('chen', 'evidence.mask', { evidence, of, regions: [region], pictured: picture('b') });
const seen = (who: string) => project(visit.state, who).observation.evidence;

describe('an item is released', () => {
  test('by the operator alone, once its bytes are there', () => {
    const coming = visit.capture();
    expect(visit.try('chen', 'evidence.release', { evidence: coming, version: coming })).toBe('evidence.notStored');
    for (const who of ['ann', 'eve', 'bo', 'hal']) expect(visit.try(who, 'evidence.release', { evidence: one, version: one })).toBe('permission.denied evidence.release');
    expect(visit.try('chen', 'evidence.release', { evidence: one, version: 'none' })).toBe('evidence.absent version');
    visit.must('chen', 'evidence.release', { evidence: one, version: one });
    expect(seen('dia').released[one]).toMatchObject({ version: one, masked: false, original: 'a'.repeat(64), releasedBy: 'chen' });
  });

  test('masked: as the masked bytes alone, with the hash of the original and nothing else of it', () => {
    const mask = masked();
    expect(visit.try('chen', 'evidence.release', { evidence: one, version: mask }), 'its bytes are not there').toBe('evidence.notStored');
    visit.store(one, mask);
    visit.must('chen', 'evidence.release', { evidence: one, version: mask });
    expect(seen('dia')).toMatchObject({ items: {}, released: { [one]: { version: mask, masked: true, pictured: picture('b'), original: 'a'.repeat(64) } } });
  });

  test('with marks over it: the bytes are those of the version under them', () => {
    const mask = masked();
    visit.store(one, mask);
    const marked = visit.must('chen', 'evidence.markUp', { evidence: one, of: mask, marks: [arrow] });
    visit.must('chen', 'evidence.release', { evidence: one, version: marked });
    expect(seen('bo').released[one]).toMatchObject({ version: mask, masked: true, pictured: picture('b'), marks: [arrow] });
  });

  test('for good: nothing is decided about it again, and it is neither described nor masked', () => {
    visit.must('chen', 'evidence.release', { evidence: one, version: one });
    expect(visit.try('chen', 'evidence.withhold', { evidence: one, reason: 'After all' })).toBe('evidence.decided');
    expect(visit.try('chen', 'evidence.release', { evidence: one, version: one })).toBe('evidence.decided');
    expect(visit.try('chen', 'evidence.mask', { evidence: one, of: one, regions: [region], pictured: picture('c') })).toBe('evidence.decided');
    expect(visit.try('ann', 'evidence.describe', { evidence: one, title: 'x' })).toBe('evidence.decided');
    expect(visit.try('eve', 'evidence.discard', { evidence: one })).toBe('evidence.decided');
  });
});

test('a mask that is the untouched picture, or comes with the small one of it, is none', () => {
  const small = { hash: 'd'.repeat(64), bytes: 9, mime: 'image/jpeg' } as const;
  const item = visit.stored('eve', { pictured: { ...picture('c'), thumbnail: small } });
  visit.record({ type: 'evidence.stored', data: { evidence: item, version: item, part: 'thumbnail' }, audience: { permission: 'evidence.custody' } });
  const mask = { evidence: item, of: item, regions: [region] };
  expect(visit.try('chen', 'evidence.mask', { ...mask, pictured: picture('c') })).toBe('payload.invalid pictured');
  expect(visit.try('chen', 'evidence.mask', { ...mask, pictured: { ...picture('b'), thumbnail: small } })).toBe('payload.invalid pictured');
  expect(visit.try('chen', 'evidence.mask', { ...mask, pictured: picture('b') })).toBe('ok');
});

test('words that an item has already are no step of its way', () => {
  for (const _again of [1, 2]) visit.must('eve', 'evidence.describe', { evidence: one, title: 'The gate', criterion: 'A' });
  visit.must('eve', 'evidence.describe', { evidence: one, title: 'The gate' });
  expect(visit.item(one)?.trail.map((each) => each.step)).toEqual(['captured', 'stored', 'described', 'described']);
});

describe('an item is withheld', () => {
  test('with a reason, which is all that observers learn; and may be released later', () => {
    visit.must('chen', 'evidence.withhold', { evidence: one, reason: 'Customers' });
    expect(seen('bo')).toMatchObject({ items: {}, released: {}, withheld: { [one]: { reason: 'Customers', kind: 'still' } } });
    expect(JSON.stringify(seen('bo'))).not.toContain('a'.repeat(64));
    visit.must('chen', 'evidence.release', { evidence: one, version: one });
    expect(seen('bo')).toMatchObject({ withheld: {}, released: { [one]: {} } });
  });
});

describe('marks', () => {
  test('before the release are for custody; who has none does not learn whether there is such an item', () => {
    for (const evidence of [one, 'none']) expect(visit.try('bo', 'evidence.markUp', { evidence, of: evidence, marks: [arrow] })).toBe('evidence.absent');
    expect(visit.try('eve', 'evidence.markUp', { evidence: one, of: one, marks: [arrow] })).toBe('ok');
    expect(visit.try('eve', 'evidence.markUp', { evidence: one, of: 'none', marks: [arrow] })).toBe('evidence.absent version');
  });

  test('after it lie over what was released, and over nothing that was not', () => {
    const mask = masked();
    visit.store(one, mask);
    visit.must('chen', 'evidence.release', { evidence: one, version: mask });
    expect(visit.try('bo', 'evidence.markUp', { evidence: one, of: one, marks: [arrow] }), 'the original').toBe('evidence.absent version');
    const first = visit.must('bo', 'evidence.markUp', { evidence: one, of: mask, marks: [arrow] });
    expect(visit.try('dia', 'evidence.markUp', { evidence: one, of: first, marks: [arrow] })).toBe('ok');
    expect(seen('hal').released[one]?.markups.map((version) => version.by)).toEqual(['bo', 'dia']);
  });
});

describe('an id that the client chose', () => {
  test('which another version has already does not pass for it', () => {
    const again = { evidence: one, of: one, regions: [region], pictured: picture('c') };
    expect(visit.try('chen', 'evidence.mask', again, one)).toBe('payload.invalid id');
    expect(visit.try('eve', 'evidence.markUp', { evidence: one, of: one, marks: [arrow] }, one)).toBe('payload.invalid id');
    visit.must('chen', 'evidence.release', { evidence: one, version: one });
    expect(visit.try('bo', 'evidence.markUp', { evidence: one, of: one, marks: [arrow] }, one)).toBe('payload.invalid id');
  });

  test('which an item has already does not write over it, and from its maker it is the same capture', () => {
    visit.must('chen', 'evidence.withhold', { evidence: one, reason: 'Customers' });
    const before = visit.item(one);
    const capture = { kind: 'still', title: 'Mine', capturedAt: NOW, zone: 'z1', pictured: picture('d') } as const;
    expect(visit.try('ann', 'evidence.capture', capture, one)).toBe('evidence.absent id');
    expect(visit.try('eve', 'evidence.capture', capture, one)).toBe('ok');
    expect(visit.item(one)).toBe(before);
  });
});

test('the facts of a report hold nothing that is undecided or withheld but the reason, and no note that is not shared', () => {
  const withheld = visit.stored('ann', { pictured: picture('d'), title: 'Customers of the firm' });
  visit.must('chen', 'evidence.withhold', { evidence: withheld, reason: 'Business secret' });
  const mask = masked();
  visit.store(one, mask);
  visit.must('chen', 'evidence.release', { evidence: one, version: mask });
  visit.stored('eve', { pictured: picture('e'), title: 'Still with the operator' });
  visit.must('dia', 'note.write', { text: 'Between us', shared: false });
  visit.must('dia', 'note.write', { text: 'For both', shared: true });
  const facts = gatherFacts(visit.state, NOW);
  const text = JSON.stringify(facts);
  for (const secret of ['d'.repeat(64), 'e'.repeat(64), 'Customers of the firm', 'Still with the operator', 'Between us']) expect(text).not.toContain(secret);
  expect(facts).toMatchObject({ withheld: [{ id: withheld, reason: 'Business secret' }], evidence: [{ id: one, masked: true }], notes: [{ text: 'For both' }] });
});
