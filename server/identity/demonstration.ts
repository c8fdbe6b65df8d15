import type { Log } from '../log.ts';
import type { People } from './people.ts';
import { isDemoId } from './records.ts';
import type { PersonRecord } from './records.ts';
import type { SignIns } from './signIns.ts';

export interface DemonstrationOptions {
  /** DEMO; undefined: on until a person is created. */
  readonly setting: boolean | undefined;
  readonly people: People;
  readonly signIns: SignIns;
  readonly log: Log;
}

/**
 * Whether people may come in without a password. A real person and the demonstration never share an installation: the
 * first real one ends it for good, whatever the setting says.
 */
export class Demonstration {
  readonly #options: DemonstrationOptions;
  readonly #listeners = new Set<() => void | Promise<void>>();
  #isOn: boolean;

  private constructor(options: DemonstrationOptions) {
    this.#options = options;
    this.#isOn = options.setting !== false && !options.people.isReal;
  }

  /** Clears away what an earlier demonstration left, where there is none now. */
  static async open(options: DemonstrationOptions): Promise<Demonstration> {
    const demonstration = new Demonstration(options);
    if (options.setting === true && options.people.isReal) {
      options.log.warn('DEMO is on, but people have been created here: the demonstration stays off. An empty DATA_DIR can hold one.');
    }
    const left = [...options.people.all()].some((one) => isDemoId(one.id));
    if (!demonstration.#isOn && left) await demonstration.#clear();
    return demonstration;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  people(): PersonRecord[] {
    return this.#isOn ? [...this.#options.people.all()].filter((one) => isDemoId(one.id) && !one.disabled) : [];
  }

  onEnded(listener: () => void | Promise<void>): void {
    this.#listeners.add(listener);
  }

  /** Takes effect at once; what the disk does not take now is cleared away at the next start. */
  async end(): Promise<void> {
    if (!this.#isOn) return;
    this.#isOn = false;
    for (const work of [() => this.#clear(), ...this.#listeners]) {
      try {
        await work();
      } catch (error) {
        this.#options.log.error({ err: error }, 'the demonstration could not be cleared away');
      }
    }
  }

  /** Guests go too: a demonstration has only its own sessions. */
  async #clear(): Promise<void> {
    const { people, signIns } = this.#options;
    await signIns.end((one) => one.kind === 'guest' || isDemoId(one.person));
    await people.removeDemo();
  }
}
