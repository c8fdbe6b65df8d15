import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { RefusalError } from '../../protocol/errors.ts';
import { role } from '../../protocol/fields.ts';
import type { InvitationView } from '../../protocol/routes/sessions.ts';
import type { Role } from '../../protocol/kinds.ts';
import type { SessionId } from '../../protocol/live/ids.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import type { Collection, Store } from '../store/store.ts';
import { InvitationTokens } from './invitationTokens.ts';

const record = z.object({
  id: z.string(), session: z.string(), label: z.string(), role, createdBy: z.string(), createdAt: z.number(), expiresAt: z.number(),
  revokedAt: z.number().optional(),
});
export type InvitationRecord = z.infer<typeof record>;

/** The invitations of all sessions. The link itself is kept nowhere: it is told once, to who makes it. */
export class Invitations {
  readonly #records: Collection<InvitationRecord>;
  readonly #tokens: InvitationTokens;

  private constructor(records: Collection<InvitationRecord>, tokens: InvitationTokens) {
    this.#records = records;
    this.#tokens = tokens;
  }

  static async open(store: Store): Promise<Invitations> {
    return new Invitations(await store.collection('invitations', record), await InvitationTokens.open(store));
  }

  of(session: SessionId): InvitationRecord[] {
    return [...this.#records.all()].filter((one) => one.session === session);
  }

  /** Times in ms. */
  async create(
    given: { readonly session: SessionId; readonly label: string; readonly role: Role; readonly expiresAt: number; readonly createdBy: string },
  ): Promise<{ readonly invitation: InvitationRecord; readonly token: string }> {
    const invitation = { ...given, id: randomUUID(), createdAt: Date.now() };
    const token = await this.#tokens.sign(invitation.id, invitation.expiresAt);
    await this.#records.put(invitation);
    return { invitation, token };
  }

  /** The invitation behind a link that may be used now. Throws link.invalid, link.expired, link.revoked. */
  async read(token: string): Promise<InvitationRecord> {
    const invitation = this.#records.get(await this.#tokens.read(token));
    if (!invitation) throw new RefusalError('link.invalid');
    if (invitation.revokedAt !== undefined) throw new RefusalError('link.revoked');
    return invitation;
  }

  /** Whether it was revoked, also while somebody was using it. */
  isRevoked(id: string): boolean {
    return this.#records.get(id)?.revokedAt !== undefined;
  }

  /** Once revoked, stays so. Throws record.absent for an invitation of another session. */
  async revoke(session: SessionId, id: string): Promise<void> {
    if (this.#records.get(id)?.session !== session) throw new RefusalError('record.absent');
    await this.#records.update(id, (one) => ({ ...one, revokedAt: one.revokedAt ?? Date.now() }));
  }
}

export function invitationView(invitation: InvitationRecord, state: SessionState): InvitationView {
  return {
    id: invitation.id, label: invitation.label, role: invitation.role, expiresAt: invitation.expiresAt,
    revoked: invitation.revokedAt !== undefined,
    guests: Object.values(state.participants).filter((one) => one.invitation === invitation.id).length,
  };
}
