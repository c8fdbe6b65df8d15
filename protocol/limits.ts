/** Sizes and counts that both ends respect. Units stand in the names. */
export const limits = {
  protocolVersion: 1,
  nameChars: 120,
  titleChars: 160,
  chatChars: 4_000,
  chatKept: 1_000,
  marksPerPage: 600,
  markPoints: 1_500,
  markTextChars: 500,
  /** From the start to the end of a session as it is agreed. */
  sessionMs: 14 * 24 * 3_600_000,
  roomsPerSession: 60,
  participantsPerSession: 500,
  decksPerSession: 40,
  deckVersions: 12,
  deckPages: 500,
  deckBytes: 100 * 1024 * 1024,
  frameBytes: 64 * 1024,
  publicationsPerParticipant: 6,
  /** A seat whose connection dropped is kept "in" this long before it counts as left; it may still come back to it. */
  seatGraceMs: 60_000,
  /** The first frame on a socket has to be a join, or the socket is closed. */
  joinTimeoutMs: 10_000,
} as const;
