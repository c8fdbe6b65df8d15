import manifest from '../package.json' with { type: 'json' };

/** Of this installation's code. */
export const version: string = manifest.version;
