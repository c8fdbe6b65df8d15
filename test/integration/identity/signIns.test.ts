import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signInRecord } from '../../../server/identity/records.ts';
import type { SignInRecord } from '../../../server/identity/records.ts';
import { SignIns } from '../../../server/identity/signIns.ts';
import { openLog } from '../../../server/log.ts';
import { StoreError } from '../../../server/store/errors.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open.ts';
import type { Collection, Store } from '../../../server/store/store.ts';

let root: string;
let store: Store;
let records: Collection<SignInRecord>;
let signIns: SignIns;
let ended: string[];
/** The disk takes no removals. */
let isFull: boolean;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'gangway-sign-ins-'));
  store = await openEmbeddedStore(root);
  records = await store.collection('sign-ins', signInRecord);
  isFull = false;
  const remove: typeof records.remove = (...ids) => isFull ? Promise.reject(new StoreError('store.full', 'no space')) : records.remove(...ids);
  const failing = new Proxy(records, { get: (target, key) => {
    if (key === 'remove') return remove;
    const value: unknown = Reflect.get(target, key, target);
    return typeof value === 'function' ? value.bind(target) as unknown : value;
  } });
  signIns = new SignIns(failing, { now: Date.now, log: openLog('silent') });
  ended = [];
  signIns.onEnded((id) => ended.push(id));
});
afterEach(async () => {
  await store.close();
  await rm(root, { recursive: true });
});

test('an end takes effect at once, also when the disk cannot take it; it is written as soon as it can', async () => {
  const { record, token } = await signIns.startPerson('ada');
  isFull = true;
  await expect(signIns.endPerson('ada')).rejects.toThrow('no space');
  expect(signIns.find(token)).toBeUndefined();
  expect(ended).toEqual([record.id]);
  expect(records.has(record.id)).toBe(true);
  isFull = false;
  await signIns.sweep();
  expect(records.has(record.id)).toBe(false);
  expect(ended).toEqual([record.id]);
});

test('an end finds the sign-in that is being written at that moment', async () => {
  const starting = signIns.startPerson('ada');
  const [started] = await Promise.allSettled([starting, signIns.endPerson('ada')]);
  expect(started).toMatchObject({ status: 'rejected', reason: { refusal: { code: 'identity.required' } } });
  expect(records.size).toBe(0);
  expect(ended).toHaveLength(1);
});

test('a listener that fails keeps neither the others nor the end from happening', async () => {
  const others: string[] = [];
  signIns.onEnded(() => {
    throw new Error('a listener of the test');
  });
  signIns.onEnded((id) => others.push(id));
  const { record, token } = await signIns.startPerson('ada');
  await signIns.endOne(record.id);
  expect(others).toEqual([record.id]);
  expect(signIns.find(token)).toBeUndefined();
});

test('nobody is told twice', async () => {
  const { record } = await signIns.startPerson('ada');
  await Promise.all([signIns.endOne(record.id), signIns.endPerson('ada'), signIns.endOne(record.id)]);
  expect(ended).toEqual([record.id]);
});

test('one sign-in of a person may be left', async () => {
  const [one, two] = [await signIns.startPerson('ada'), await signIns.startPerson('ada')];
  await signIns.endPerson('ada', two.record.id);
  expect(signIns.find(one.token)).toBeUndefined();
  expect(signIns.find(two.token)?.id).toBe(two.record.id);
});
