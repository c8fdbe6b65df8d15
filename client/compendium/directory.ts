import type { Compendium, CompendiumAdministration, Recognition } from '../../protocol/compendium/model.ts';
import type { CompendiumView } from '../../protocol/compendium/routes.ts';
import type { Programme, ToldEntry } from '../../protocol/compendium/model.ts';
import type { UiLanguage } from '../i18n/languages.ts';

/** A programme as the directory lists it: from the sources, or as its own administration tells it, or both. */
export interface Listed {
  readonly administration: CompendiumAdministration;
  readonly sourced?: Programme;
  readonly told?: ToldEntry;
}

export interface Filters {
  readonly text: string;
  /** Absent: all. */
  readonly region?: string | undefined;
  readonly kind?: Programme['kind'] | undefined;
}

/** Every administration with a programme, each once. */
export function listedOf({ content, told }: CompendiumView): readonly Listed[] {
  return content.administrations.flatMap((administration): readonly Listed[] => {
    const sourced = content.programmes.find((one) => one.administration === administration.id);
    const own = told.find((one) => one.administration === administration.id);
    return sourced || own ? [{ administration, ...(sourced ? { sourced } : {}), ...(own ? { told: own } : {}) }] : [];
  });
}

export function kindOf({ sourced, told }: Listed): Programme['kind'] {
  return told?.kind ?? sourced!.kind;
}

export function programmeName({ sourced, told }: Listed, language: UiLanguage): string | undefined {
  return told?.name ?? sourced?.name?.[language];
}

export function filtered(all: readonly Listed[], { text, region, kind }: Filters, language: UiLanguage): readonly Listed[] {
  const wanted = plain(text);
  return all.filter((one) => (region === undefined || one.administration.region === region)
    && (kind === undefined || kindOf(one) === kind)
    && plain(`${Object.values(one.administration.name).join(' ')} ${one.administration.iso} ${programmeName(one, language) ?? ''}`).includes(wanted));
}

/** How many are listed in each region and of each kind; counts of this directory, not of the world. */
export function countsOf(all: readonly Listed[], { regions }: Compendium): readonly { readonly region: string; readonly operational: number; readonly underDevelopment: number }[] {
  return regions.map(({ id }) => {
    const here = all.filter((one) => one.administration.region === id);
    const operational = here.filter((one) => kindOf(one) === 'operational').length;
    return { region: id, operational, underDevelopment: here.length - operational };
  });
}

export function recognitionsOf(all: readonly Recognition[], administration: string | undefined): readonly Recognition[] {
  return administration === undefined ? all : all.filter(({ parties }) => parties.includes(administration));
}

/** The administrations that recognise somebody, most first. */
export function recognising({ administrations, recognitions }: Compendium): readonly { readonly administration: CompendiumAdministration; readonly count: number }[] {
  return administrations
    .map((administration) => ({ administration, count: recognitionsOf(recognitions, administration.id).length }))
    .filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
}

/** A date as exact as it is known: a year, a month or a day. */
export function looseDate(date: string, locale: string): string {
  const [year, month, day] = date.split('-');
  const options: Intl.DateTimeFormatOptions = day ? { dateStyle: 'medium' } : month ? { year: 'numeric', month: 'short' } : { year: 'numeric' };
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
