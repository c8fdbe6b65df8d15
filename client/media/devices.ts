import { devicesOffered } from './blocked.ts';
import type { Device, DeviceKind, DeviceList } from './model.ts';

export type DeviceLists = Readonly<Record<DeviceKind, DeviceList>>;

const KEY = 'gangway.devices';
const kindOf: Readonly<Record<DeviceKind, MediaDeviceKind>> = {
  microphone: 'audioinput', camera: 'videoinput', document: 'videoinput', speaker: 'audiooutput',
};
const deviceKinds = Object.keys(kindOf) as DeviceKind[];

export const noDevices: DeviceLists = {
  microphone: { available: [] }, camera: { available: [] }, document: { available: [] }, speaker: { available: [] },
};

/** A choice by id and by name: browsers give a device a new id when site data is cleared, its name stays. */
interface Choice {
  readonly id: string;
  readonly label: string;
}

/** The devices of this machine, and which of them this person prefers, remembered in this browser. */
export class Devices {
  readonly #changed: (lists: DeviceLists) => void;
  readonly #choices: Partial<Record<DeviceKind, Choice>> = recall();
  readonly #refresh = (): void => void this.refresh();
  #lists = noDevices;

  constructor(changed: (lists: DeviceLists) => void) {
    this.#changed = changed;
    if (devicesOffered()) navigator.mediaDevices.addEventListener('devicechange', this.#refresh);
  }

  get lists(): DeviceLists {
    return this.#lists;
  }

  /** The id to ask for; undefined: the default. */
  chosen(kind: DeviceKind): string | undefined {
    return this.#lists[kind].chosen;
  }

  label(id: string | undefined): string | undefined {
    for (const kind of deviceKinds) {
      const found = this.#lists[kind].available.find((device) => device.id === id);
      if (found) return found.label;
    }
    return undefined;
  }

  choose(kind: DeviceKind, id: string): void {
    this.#choices[kind] = { id, label: this.#lists[kind].available.find((device) => device.id === id)?.label ?? '' };
    remember(this.#choices);
    this.#set(this.#lists);
  }

  /** Looks again; the names appear once the page may use a device. */
  async refresh(): Promise<void> {
    if (!devicesOffered()) return;
    const found = await navigator.mediaDevices.enumerateDevices().catch(() => []);
    const list = (kind: DeviceKind): DeviceList => ({
      available: found.filter((one) => one.kind === kindOf[kind] && one.deviceId !== '').map((one) => ({ id: one.deviceId, label: one.label })),
    });
    this.#set({ microphone: list('microphone'), camera: list('camera'), document: list('document'), speaker: list('speaker') });
  }

  close(): void {
    if (devicesOffered()) navigator.mediaDevices.removeEventListener('devicechange', this.#refresh);
  }

  #set(lists: DeviceLists): void {
    const chosen = (kind: DeviceKind): DeviceList => {
      const id = pick(lists[kind].available, this.#choices[kind]);
      return id === undefined ? { available: lists[kind].available } : { available: lists[kind].available, chosen: id };
    };
    this.#lists = { microphone: chosen('microphone'), camera: chosen('camera'), document: chosen('document'), speaker: chosen('speaker') };
    this.#changed(this.#lists);
  }
}

/** The chosen device among those that are there. */
export function pick(available: readonly Device[], choice: Choice | undefined): string | undefined {
  if (!choice) return undefined;
  return (available.find((device) => device.id === choice.id)
    ?? available.find((device) => device.label !== '' && device.label === choice.label))?.id;
}

function recall(): Partial<Record<DeviceKind, Choice>> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).filter((entry): entry is [DeviceKind, Choice] =>
      deviceKinds.includes(entry[0] as DeviceKind) && typeof entry[1]?.id === 'string' && typeof entry[1]?.label === 'string'));
  } catch {
    return {};
  }
}

function remember(choices: Partial<Record<DeviceKind, Choice>>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choices));
  } catch {
    // Private windows may have no storage; the choice lasts as long as the page.
  }
}
