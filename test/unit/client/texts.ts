import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const client = join(import.meta.dirname, '../../../client');

export type Texts = ReadonlyMap<string, string>;

/** Every text of a language: namespace:key to text. */
export function textsOf(language: string): Texts {
  const texts = new Map<string, string>();
  for (const path of globSync(join(client, 'i18n', language, '*.json'))) {
    const walk = (value: unknown, key: string): void => {
      if (typeof value === 'string') texts.set(key, value);
      else for (const [name, inner] of Object.entries(value as object)) walk(inner, key.endsWith(':') ? `${key}${name}` : `${key}.${name}`);
    };
    const name = basename(path, '.json');
    // The errors of capabilities, which are loaded with them (client/i18n/setup.ts).
    walk(JSON.parse(readFileSync(path, 'utf8')), name === 'refusals' ? 'errors:' : `${name}:`);
  }
  return texts;
}

const plural = /_(zero|one|two|few|many|other)$/u;

/** A key without its plural form. */
export function base(key: string): string {
  return key.replace(plural, '');
}

/** The plural form that a key ends with. */
export function form(key: string): string | undefined {
  return plural.exec(key)?.[1];
}

export interface Use {
  readonly file: string;
  /** namespace:key, with * where it is put together at run time. */
  readonly key: string;
}

const call = /(?<![\w.])(t[A-Z]?\w*)\(\s*(?:'([^']+)'|`([^`]+)`)/gu;
const binding = /const \{ (?:t|t: (\w+))(?:, [^}]*)? \} = useTranslation\((?:\[?'(\w+)'[^)]*)?\)/gu;

/** Every t('…') and t(`…`) of the client's source, with the namespace of the useTranslation before it. */
export function usesOfTexts(): readonly Use[] {
  return globSync(join(client, '**/*.{ts,tsx}')).flatMap((path) => {
    const source = readFileSync(path, 'utf8');
    const bindings = [...source.matchAll(binding)].map((match) => ({ at: match.index, name: match[1] ?? 't', namespace: match[2] ?? 'common' }));
    return [...source.matchAll(call)].flatMap((match): Use[] => {
      const raw = match[2] ?? match[3]!.replace(/\$\{[^}]*\}/gu, '*');
      const bound = bindings.findLast(({ at, name }) => at < match.index && name === match[1]);
      if (!bound) return [];
      return [{ file: join(basename(dirname(path)), basename(path)), key: raw.includes(':') ? raw : `${bound.namespace}:${raw}` }];
    });
  });
}

/** Whether a use may mean this key. */
export function means(use: Use, key: string): boolean {
  if (!use.key.includes('*')) return use.key === base(key) || use.key === key;
  return new RegExp(`^${use.key.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('.+')}$`, 'u').test(base(key));
}

/** What is filled in: {{name}}. */
export function placeholders(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)/gu)].map((match) => match[1]!))].toSorted();
}
