import { geoCentroid, geoNaturalEarth1, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';
import type { Compendium, CompendiumAdministration } from '../../../protocol/compendium/model.ts';
import { recognising } from '../directory.ts';
import { pointOf } from '../places.ts';

export const WIDTH = 1000;
export const HEIGHT = 480;

type Country = Feature<Geometry, { readonly name: string }>;

const topology = atlas as unknown as Topology<{ readonly countries: GeometryCollection<{ readonly name: string }> }>;
const countries = (feature(topology, topology.objects.countries) as FeatureCollection<Geometry, { readonly name: string }>).features
  // Nobody lives there, and it would take a fifth of the picture.
  .filter(({ id }) => id !== '010');
const projection = geoNaturalEarth1().fitSize([WIDTH, HEIGHT], { type: 'FeatureCollection', features: countries });
const path = geoPath(projection);

/** Every country as a path of the picture, by its ISO number. */
export const shapes: readonly { readonly id: string; readonly d: string }[] = countries.map((one, index) => ({ id: String(one.id ?? `x${index}`), d: path(one) ?? '' }));
export const sphere = path({ type: 'Sphere' }) ?? '';

export interface MapPoint {
  readonly administration: CompendiumAdministration;
  readonly count: number;
  readonly x: number;
  readonly y: number;
}

function placeOf(administration: CompendiumAdministration): readonly [number, number] | undefined {
  const fixed = pointOf(administration);
  if (fixed) return fixed;
  const country = countries.find((one: Country) => one.id === administration.numeric);
  return country && geoCentroid(country);
}

/** Where the administrations stand that recognise somebody. */
export function pointsOf(content: Compendium): readonly MapPoint[] {
  return recognising(content).flatMap(({ administration, count }) => {
    const place = placeOf(administration);
    const at = place && projection([...place]);
    return at ? [{ administration, count, x: at[0], y: at[1] }] : [];
  });
}

/** The shortest way over the globe between two administrations, as a path of the picture. */
export function lineBetween(one: CompendiumAdministration, other: CompendiumAdministration): string | undefined {
  const from = placeOf(one);
  const to = placeOf(other);
  return from && to ? path({ type: 'LineString', coordinates: [[...from], [...to]] }) ?? undefined : undefined;
}
