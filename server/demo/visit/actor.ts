import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { CommandInput, CommandName } from '../../../protocol/table.ts';
import { demoId } from '../../identity/records.ts';
import type { LiveSession } from '../../live/session.ts';
import type { Uploads } from '../../observation/evidence/uploads.ts';
import { actAs } from '../act.ts';

export interface Stage {
  readonly attach: Uploads['attach'];
  /** ms since the epoch. */
  readonly now: number;
}

/** The people of the demonstration in its visit, by the names of people.ts. */
export type Actor = 'lin' | 'chen' | 'wu' | 'zhao' | 'claire' | 'amina' | 'juerg';

const MINUTE_MS = 60_000;

/** Of the pictures in content/demo/visit. */
export type PictureName = 'gate' | 'container' | 'dock' | 'dock-masked' | 'warehouse' | 'office';

const picturePath = (file: string): string => fileURLToPath(new URL(`../../../content/demo/visit/${file}`, import.meta.url));

/** Lets the people of the demonstration do what they would do in their visit. */
export class Play {
  readonly #live: LiveSession;
  readonly #stage: Stage;

  constructor(live: LiveSession, stage: Stage) {
    this.#live = live;
    this.#stage = stage;
  }

  /** Minutes from when the session begins, as ms since the epoch; it has been under way for 30 to 45. */
  at(minutes: number): number {
    return this.#live.state.session.startsAt + minutes * MINUTE_MS;
  }

  /** Just now. */
  get now(): number {
    return this.#stage.now;
  }

  participant(who: Actor): string {
    return demoId(who);
  }

  /** Answers the command's id, which is the id of what it creates. */
  act<N extends CommandName>(who: Actor, name: N, input: CommandInput<N>, id?: string): Promise<string> {
    return actAs(this.#live, demoId(who), name, input, id);
  }

  /** A picture and the small one of it, as a device would tell of them. */
  async pictured(name: PictureName) {
    const content = await told(`${name}.jpg`, 1600, 1200);
    return { content, thumbnail: await told(`${name}.thumb.jpg`, 400, 300) };
  }

  /** Sends the bytes of a version that has been told of. */
  async send(who: Actor, evidence: string, version: string, name: PictureName): Promise<void> {
    const address = { session: this.#live.id, evidence, version };
    await this.#stage.attach(this.#live, demoId(who), { ...address, part: 'thumbnail' }, picturePath(`${name}.thumb.jpg`));
    await this.#stage.attach(this.#live, demoId(who), { ...address, part: 'content' }, picturePath(`${name}.jpg`));
  }
}

async function told(file: string, width: number, height: number) {
  const bytes = await readFile(picturePath(file));
  return { hash: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, mime: 'image/jpeg' as const, width, height };
}
