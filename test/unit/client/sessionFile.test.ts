import { expect, test } from 'vitest';
import { sessionFile } from '../../../client/app/sessionFile.ts';

test.each([
  ['observation', 'observer', '/sessions/s/visit'], ['observation', 'operatorRepresentative', '/sessions/s/visit'], ['observation', 'operatorStaff', undefined],
  ['assessment', 'delegate', '/sessions/s/meeting'], ['ceremony', 'signatory', '/sessions/s/ceremony'], ['class', 'trainer', undefined], ['plain', 'host', undefined],
] as const)('the file of a session of the kind %s is open to a %s at %s', (kind, role, to) => {
  expect(sessionFile({ id: 's', kind }, role)?.to).toBe(to);
});
