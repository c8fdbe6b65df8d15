import { useEffect, useState } from 'react';

export interface Battery {
  /** 0 to 1. */
  readonly level: number;
  readonly charging: boolean;
}

/** The Battery Status API, which some browsers have. */
interface BatteryManager extends EventTarget {
  readonly level: number;
  readonly charging: boolean;
}

/** The device's battery; undefined where the browser does not say. */
export function useBattery(): Battery | undefined {
  const [battery, setBattery] = useState<Battery>();
  useEffect(() => {
    let manager: BatteryManager | undefined;
    let gone = false;
    const tell = (): void => manager && setBattery({ level: manager.level, charging: manager.charging });
    const begin = async (): Promise<void> => {
      const get = (navigator as { getBattery?: () => Promise<BatteryManager> }).getBattery;
      manager = await get?.call(navigator).catch(() => undefined);
      if (gone || !manager) return;
      tell();
      manager.addEventListener('levelchange', tell);
      manager.addEventListener('chargingchange', tell);
    };
    void begin();
    return () => {
      gone = true;
      manager?.removeEventListener('levelchange', tell);
      manager?.removeEventListener('chargingchange', tell);
    };
  }, []);
  return battery;
}
