/** What a visit is asked for: a still that reaches the observers, and one camera before twenty of them. */
export { benchAudience } from './visit/audience.ts';
export { benchStill } from './visit/still.ts';
