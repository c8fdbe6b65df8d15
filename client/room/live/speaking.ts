import type { ParticipantId, RoomId } from '../../../protocol/live/ids.ts';
import type { LiveClient } from '../../live/client.ts';
import { forgetSpeaker, hearSpeaker, nobodySpeaks } from '../speaker.ts';
import type { SpeakerHold } from '../speaker.ts';
import { Cell } from './cell.ts';

/** How often somebody who is about to get the large picture is looked at. */
const STEP_MS = 250;

/** Who speaks in this room and in the rooms beside it now, and who has the large picture. */
export class Speaking {
  readonly now = new Cell<ReadonlySet<ParticipantId>>(new Set());
  /** Who speaks in the rooms that one hears in addition. */
  readonly beside = new Cell<ReadonlyMap<RoomId, ReadonlySet<ParticipantId>>>(new Map());
  readonly hold = new Cell<SpeakerHold>(nobodySpeaks);
  readonly #live: LiveClient;
  readonly #ends: readonly (() => void)[];
  #loudest: ParticipantId | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(live: LiveClient) {
    this.#live = live;
    this.#ends = [
      live.onNotice('media.speakers', ({ room, speakers }) => {
        const speaking = new Set(speakers.map((one) => one.participant));
        if (room !== live.state()?.participants[live.you]?.room) {
          this.beside.change((all) => new Map(all).set(room, speaking));
          return;
        }
        this.now.set(speaking);
        // The viewer sees others: their own voice does not take the large picture on their own screen.
        this.#loudest = speakers.find((one) => one.participant !== live.you)?.participant;
        this.#step();
      }),
      live.subscribe(() => this.hold.change((hold) => forgetSpeaker(hold, (one) => this.#isHere(one)))),
    ];
  }

  close(): void {
    clearInterval(this.#timer);
    for (const end of this.#ends) end();
  }

  #step(): void {
    this.hold.change((hold) => hearSpeaker(hold, this.#loudest, performance.now()));
    const pending = this.hold.get().candidate !== undefined;
    if (pending) this.#timer ??= setInterval(() => this.#step(), STEP_MS);
    else {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
  }

  #isHere(one: ParticipantId): boolean {
    const state = this.#live.state();
    const me = state?.participants[this.#live.you];
    const other = state?.participants[one];
    return other !== undefined && other.presence === 'in' && other.room === me?.room;
  }
}
