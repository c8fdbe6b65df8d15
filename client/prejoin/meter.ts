/** dBFS at which the meter begins, a quiet room, and at which it is full, a voice close to the microphone. */
const QUIET_DB = -58;
const LOUD_DB = -14;

/** A level as a share of the meter, 0 to 1; unknown is nothing. */
export function meterValue(db: number | undefined): number {
  if (db === undefined || Number.isNaN(db)) return 0;
  return Math.min(1, Math.max(0, (db - QUIET_DB) / (LOUD_DB - QUIET_DB)));
}
