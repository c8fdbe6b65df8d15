import { jointPlaceholders, sidePlaceholders, unworded } from '../../../protocol/ceremony/placeholders.ts';
import type { LiveTestClient } from '../../harness/liveClient.ts';
import { startTestServer } from '../../harness/server.ts';
import type { TestPerson, TestServer } from '../../harness/server.ts';

export interface CeremonyScene {
  readonly server: TestServer;
  readonly session: string;
  readonly officer: TestPerson;
  readonly north: TestPerson;
  readonly south: TestPerson;
  readonly witness: TestPerson;
  readonly delegate: TestPerson;
  readonly interpreter: TestPerson;
  readonly live: Readonly<Record<'officer' | 'north' | 'south' | 'witness' | 'delegate' | 'interpreter', LiveTestClient>>;
}

/** Who a ceremony between two administrations is for, and its session, which nobody has opened yet. */
export type Scheduled = Omit<CeremonyScene, 'server' | 'live'>;

export async function schedule(server: TestServer): Promise<Scheduled> {
  const officer = await server.person('Petra Protocol');
  const administration = await server.administration('Customs of the South', 'EG');
  const north = await server.person('Nora North');
  const witness = await server.person('Wim Witness');
  const south = await server.person('Samir South', { administration });
  const delegate = await server.person('Dina Delegate', { administration });
  const interpreter = await server.person('Ines Interpreter');
  const session = await server.session(officer, [
    [north, 'signatory'], [south, 'signatory'], [witness, 'witness'], [delegate, 'delegate'], [interpreter, 'interpreter'],
  ], { kind: 'ceremony', title: 'Arrangement North and South', languages: ['en', 'ar'], lobby: false });
  return { session, officer, north, south, witness, delegate, interpreter };
}

/** The same, live, with everybody inside and nothing prepared yet. */
export async function openScene(): Promise<CeremonyScene> {
  const server = await startTestServer();
  const all = await schedule(server);
  const { session, officer, north, south, witness, delegate, interpreter } = all;
  const at = async (person: TestPerson): Promise<LiveTestClient> => server.connect(person.cookie, session);
  const first = await at(officer);
  await first.must('session.start', {});
  const live = { officer: first, north: await at(north), south: await at(south), witness: await at(witness), delegate: await at(delegate), interpreter: await at(interpreter) };
  return { server, ...all, live };
}

/** Who prepares a ceremony: connected in any way. */
type Prepared = { readonly live: Readonly<Record<'officer', Pick<LiveTestClient, 'must'>>> };

/** Names both sides, English and Arabic, with a witness of the North. */
export async function nameSides({ live, north, south, witness }: Prepared & Pick<CeremonyScene, 'north' | 'south' | 'witness'>): Promise<void> {
  await live.officer.must('ceremony.side', {
    side: 'a', administration: north.administration, country: 'NO', language: 'en', signatory: north.id, witness: witness.id, signatoryTitle: 'Director General', witnessTitle: 'Head of legal service',
  });
  await live.officer.must('ceremony.side', {
    side: 'b', administration: south.administration, country: 'EG', language: 'ar', signatory: south.id, signatoryTitle: 'Commissioner', witnessTitle: '',
  });
}

const words: Readonly<Record<string, Readonly<Record<'a' | 'b', string>>>> = {
  en: { a: 'the Customs of the North', b: 'the Customs of the South' }, ar: { a: 'جمارك الشمال', b: 'جمارك الجنوب' },
};

/** Fills the template in, in these languages; every value says what it is. */
export async function fillIn({ live }: Prepared, languages: readonly string[] = ['en', 'ar']): Promise<void> {
  const worded = (key: string, make: (language: string) => string) => unworded.has(key) ? { und: '2025' } : Object.fromEntries(languages.map((one) => [one, make(one)]));
  for (const side of ['a', 'b'] as const) {
    await live.officer.must('ceremony.fillIn', {
      of: side, values: Object.fromEntries(sidePlaceholders.map((key) => [
        key, worded(key, (language) => key === 'administration' ? words[language]?.[side] ?? side : `${key} ${side.toUpperCase()}`),
      ])),
    });
  }
  await live.officer.must('ceremony.fillIn', { of: 'joint', values: Object.fromEntries(jointPlaceholders.map((key) => [key, worded(key, () => key)])) });
}
