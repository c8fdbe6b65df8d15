import type { CompendiumAdministration } from '../../protocol/compendium/model.ts';

/** Where an administration stands that is too small for this map, or no country: longitude and latitude in degrees. By ISO 3166-1 alpha-2. */
const points: Readonly<Record<string, readonly [number, number]>> = {
  EU: [4.35, 50.85], HK: [114.17, 22.32], SG: [103.82, 1.35], AD: [1.52, 42.51], BH: [50.55, 26.07], MU: [57.55, -20.2], US: [-98.5, 39.5], FR: [2.5, 46.8], NO: [9.5, 61.5],
};

export function pointOf({ iso }: CompendiumAdministration): readonly [number, number] | undefined {
  return points[iso];
}
