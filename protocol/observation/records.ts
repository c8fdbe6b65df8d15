export { drop, patch, put } from '../live/records.ts';
export type { Records } from '../live/records.ts';
