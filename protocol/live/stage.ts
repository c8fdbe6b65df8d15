import type { SessionEvent } from './event.ts';
import { FLOOR } from './ids.ts';
import type { DeckId, ParticipantId, RoomId } from './ids.ts';

/** auto: the page when there is one, else the people; the others are pushed to everyone by a host. */
export const layouts = ['auto', 'grid', 'speaker', 'page'] as const;
export type Layout = (typeof layouts)[number];

/** The part of the page that everyone sees: centre in page fractions 0..1, scale 1 = the whole page. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export const wholePage: View = { x: 0.5, y: 0.5, scale: 1 };

/** What a room looks at together. */
export interface Stage {
  readonly layout: Layout;
  /** Tiles that a host pinned for everyone in this room. */
  readonly pinned: readonly ParticipantId[];
  readonly presenter?: ParticipantId;
  readonly deck?: DeckId;
  /** 1 is the first page. */
  readonly page: number;
  readonly view: View;
}

export type Stages = Readonly<Record<RoomId, Stage>>;

export interface StageEvents {
  'stage.layout': { layout: Layout; pinned: readonly ParticipantId[] };
  'stage.presenting': { presenter: ParticipantId; deck: DeckId; page: number };
  'stage.handed': { presenter: ParticipantId };
  'stage.page': { page: number };
  'stage.view': View;
  'stage.stopped': Record<never, never>;
}

export const emptyStage: Stage = { layout: 'auto', pinned: [], page: 1, view: wholePage };
export const onlyFloorStage: Stages = { [FLOOR]: emptyStage };

export function reduceStages(stages: Stages, event: SessionEvent): Stages {
  const stage = stages[event.room] ?? emptyStage;
  const put = (next: Stage): Stages => ({ ...stages, [event.room]: next });
  switch (event.type) {
    case 'stage.layout': return put({ ...stage, layout: event.data.layout, pinned: event.data.pinned });
    case 'stage.presenting': return put({ ...stage, ...event.data, view: wholePage });
    case 'stage.handed': return put({ ...stage, presenter: event.data.presenter });
    case 'stage.page': return put({ ...stage, page: event.data.page, view: wholePage });
    case 'stage.view': return put({ ...stage, view: event.data });
    case 'stage.stopped': return put({ layout: stage.layout, pinned: stage.pinned, page: 1, view: wholePage });
    case 'deck.detached': return Object.fromEntries(Object.entries(stages).map(([room, one]) => [
      room, one.deck === event.data.deck ? { layout: one.layout, pinned: one.pinned, page: 1, view: wholePage } : one,
    ]));
    case 'room.closed': {
      if (!(event.data.room in stages)) return stages;
      const { [event.data.room]: _closed, ...rest } = stages;
      return rest;
    }
    default: return stages;
  }
}
