import type { CeremonySide, Side } from '../../protocol/ceremony/ceremony.ts';
import { ownerOf } from '../../protocol/ceremony/places.ts';
import { RefusalError } from '../../protocol/errors.ts';
import type { Participant } from '../../protocol/live/participants.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import type { RouteBody } from '../../protocol/routes/table.ts';
import type { Seat } from '../http/call.ts';
import { orThrow } from '../refusal.ts';
import type { Signing, SigningKey } from '../signing/signing.ts';
import { Lanes } from '../store/lanes.ts';
import type { CeremonyFiles } from './kept.ts';
import { decideSignature, signable } from './written.ts';

const HOUR_MS = 3_600_000;
/** A certificate that is issued for a ceremony outlives it by little: its key is gone with the signature. */
const ISSUED_MS = 12 * HOUR_MS;

export interface SignatureRequest extends Pick<RouteBody<'ceremonySign'>, 'place' | 'file' | 'key'> {
  readonly copy: Side;
  /** Whether the signatory still waits for it; who went away has given it up. */
  readonly wanted: () => boolean;
}

/** Signatures on the copies, one after the other on each. */
export class Signatures {
  readonly #signing: Pick<Signing, 'sign' | 'issue'>;
  readonly #files: CeremonyFiles;
  readonly #lanes = new Lanes();

  constructor(signing: Pick<Signing, 'sign' | 'issue'>, files: CeremonyFiles) {
    this.#signing = signing;
    this.#files = files;
  }

  /** Refused: ceremony.noCopy, ceremony.foreignPlace, ceremony.notYourTurn, ceremony.stale, signing.*, key.*, session.notOpen. */
  add({ live, participant }: Seat, request: SignatureRequest): Promise<void> {
    return this.#lanes.run(`${live.id} ${request.copy}`, async () => {
      const copy = orThrow(signable(live.state, participant.id, request));
      const at = Date.now();
      const key = await this.#keyFor(live.state, participant, request, at);
      const { pdf, certificate } = await this.#signing.sign(await this.#files.read(copy.file), {
        key, at, field: request.place, reason: `For ${participant.administrationName}`,
      });
      if (!request.wanted()) throw new RefusalError('payload.invalid', 'body');
      const file = await this.#files.keep(pdf);
      // Decided on the newest state: what became of the copy meanwhile counts.
      orThrow(await live.decide(participant.id, (state) => decideSignature(state, participant.id, request, {
        name: participant.name, certificate, key: request.key.kind === 'issued' ? 'issued' : 'own', file, bytes: pdf.length,
      })));
    });
  }

  async #keyFor({ ceremony }: SessionState, one: Participant, { place, key }: SignatureRequest, at: number): Promise<SigningKey> {
    if (key.kind === 'p12') return { kind: 'p12', file: Buffer.from(key.file, 'base64'), password: key.password };
    const { side, as } = ownerOf(place);
    const title = titleOf(ceremony.sides[side], as);
    return {
      kind: 'issued',
      ...await this.#signing.issue({ name: one.name, organisation: one.administrationName, country: one.country, ...(title === '' ? {} : { title }) }, at, at + ISSUED_MS),
    };
  }
}

function titleOf(side: CeremonySide | undefined, as: 'signatory' | 'witness'): string {
  return side?.[`${as}Title`] ?? '';
}
