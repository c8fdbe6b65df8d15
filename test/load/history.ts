import type { Draft } from '../../protocol/live/event.ts';

const PEOPLE = 40;
const PAGES = 200;

const one = (n: number): string => `participant-${n % PEOPLE}`;

/** How a long session begins: forty people, everybody inside and heard, a deck on the stage. */
export function beginning(): Draft[] {
  const people = Array.from({ length: PEOPLE }, (_, n) => ({
    id: one(n), name: `Participant Number ${n}`, administration: n % 2 === 0 ? 'north' : 'south', administrationName: 'Customs', country: 'NO',
    language: 'en', person: one(n), role: n === 0 ? 'host' as const : 'attendee' as const,
  }));
  return [
    {
      type: 'session.scheduled',
      data: { id: 'long', kind: 'plain', title: 'A long session', languages: ['en'], startsAt: 0, endsAt: 1, zone: 'UTC', lobby: false, administration: 'north', createdBy: 'system' },
    },
    ...people.map((data): Draft => ({ type: 'participant.invited', data })),
    { type: 'deck.attached', data: { id: 'deck', title: 'Deck', pages: PAGES, version: { language: 'en', file: '0'.repeat(64), bytes: 1 } } },
    { type: 'session.started', data: {} },
    ...people.map((who, order): Draft => ({ type: 'participant.joined', data: { participant: who.id, who: { ...who, order } } })),
    ...people.map((who): Draft => ({
      type: 'media.published', data: { id: `voice-${who.id}`, participant: who.id, source: 'microphone', channel: 'floor', paused: true },
    })),
    { type: 'stage.presenting', data: { presenter: one(0), deck: 'deck', page: 1 } },
  ];
}

/** The n-th thing that happens afterwards: of ten, four turn or zoom the page, two mark it, and the others speak, write, raise a hand or drop out. */
export function happening(n: number): Draft {
  const turn = Math.floor(n / 10);
  const publication = `voice-${one(turn)}`;
  switch (n % 10) {
    case 0:
    case 4: return { type: 'stage.page', data: { page: (turn * 2 + (n % 10 === 4 ? 1 : 0)) % PAGES + 1 } };
    case 1:
    case 5: return { type: 'stage.view', data: { x: 0.5, y: (n % 97) / 97, scale: 1 + (n % 3) } };
    // Now and then a page is wiped, as on every board.
    case 2: return turn % 150 === 0
      ? { type: 'mark.cleared', data: { deck: 'deck', page: turn % PAGES + 1 } }
      : mark(n, turn);
    case 3: return mark(n, turn);
    case 6: return turn % 2 === 0 ? { type: 'media.resumed', data: { publication } } : { type: 'media.paused', data: { publication } };
    case 7: return { type: 'chat.sent', data: { id: idOf(n), text: 'The criterion on record keeping is met; the evidence is in the second annex.' } };
    case 8: return turn % 2 === 0 ? { type: 'hand.raised', data: { participant: one(turn) } } : { type: 'hand.lowered', data: { participant: one(turn - 1) } };
    default: return turn % 2 === 0
      ? { type: 'participant.dropped', data: { participant: one(turn) } }
      : { type: 'participant.connected', data: { participant: one(turn - 1) } };
  }
}

function mark(n: number, turn: number): Draft {
  const points = Array.from({ length: 60 }, (_, index) => Number(((n * 31 + index * 17) % 1000 / 1000).toFixed(3)));
  return { type: 'mark.added', data: { id: idOf(n), deck: 'deck', page: turn % PAGES + 1, shape: { tool: 'pen', ink: 'red', width: 0.004, points } } };
}

function idOf(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}
