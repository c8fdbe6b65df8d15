import { use } from 'react';
import { useUiLanguage } from '../i18n/useLocale.ts';

/** Files of content/ in several languages, by their path from here; each is fetched when a screen first asks for it. */
export type ContentFiles<T> = Readonly<Record<string, () => Promise<T>>>;

const loaded = new Map<string, Promise<unknown>>();

/** The file of the screen's language, whose path ends in `<language>.json`; the component waits by Suspense. */
export function useContentFile<T>(files: ContentFiles<T>): T {
  const language = useUiLanguage();
  const path = Object.keys(files).find((one) => one.endsWith(`${language}.json`))!;
  let file = loaded.get(path) as Promise<T> | undefined;
  if (!file) {
    file = files[path]!();
    loaded.set(path, file);
  }
  return use(file);
}
