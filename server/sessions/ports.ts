import type { Request, Response } from 'express';
import type { AdministrationId, ParticipantId, PersonId, SessionId } from '../../protocol/live/ids.ts';
import type { AdministrationView, PersonView } from '../../protocol/routes/identity.ts';

/** What sessions need to know of people; server/identity answers it. */
export interface People {
  person(id: PersonId): PersonView | undefined;
  administration(id: AdministrationId): AdministrationView | undefined;
}

/** A guest's seat, for which identity gives a cookie that opens this session alone. */
interface GuestSeat {
  readonly session: SessionId;
  readonly participant: ParticipantId;
  readonly name: string;
  /** The invitation they came by: when it is revoked, so is the cookie. */
  readonly invitation: string;
}

export interface Guests {
  /** Sets the cookie on the answer. */
  seatGuest(request: Request, response: Response, seat: GuestSeat): Promise<void>;
  /** Ends the sign-ins, and the connections, of all who came by this invitation. */
  endGuests(invitation: string): Promise<void>;
}
