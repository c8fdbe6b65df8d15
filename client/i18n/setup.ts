import i18next from 'i18next';
import type { BackendModule, ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next/initReactI18next';
import { isRoomPath } from '../app/paths.ts';
import { remember, remembered } from '../app/remember.ts';
import { languages, uiLanguageFor, uiLanguages } from './languages.ts';
import type { UiLanguage } from './languages.ts';

// One small file for each language and namespace, fetched when a screen first asks for it. Those of the way into a room are known from
// the start, and so are those that a page waits for before it is drawn: files.ts needs the first file to have run, which waits for them.
const entrance = import.meta.glob<ResourceKey>('./*/{common,errors,refusals,kinds,zones,prejoin,room}.json', { import: 'default' });

async function load(language: string, namespace: string): Promise<ResourceKey> {
  const path = `./${language}/${namespace}.json`;
  const file = entrance[path] ?? (await import('./files.ts')).files[path];
  if (!file) throw new Error(`no ${namespace} in ${language}`);
  return file();
}

let hasRefusals = false;

/**
 * What the server may say no to in a visit, a case, a class or on a page stands in a file of its own (refusals.json), which the way
 * into a plain room does without. Afterwards its texts are those of "errors".
 */
export async function loadRefusals(): Promise<void> {
  if (hasRefusals) return;
  hasRefusals = true;
  // Before the start they come with the others.
  if (!i18next.isInitialized) return;
  const languagesHere = uiLanguages.filter((one) => i18next.hasResourceBundle(one, 'errors'));
  await Promise.all(languagesHere.map(async (language) => i18next.addResourceBundle(language, 'errors', await load(language, 'refusals'), true, true)));
}

const backend: BackendModule = {
  type: 'backend',
  init: () => {},
  // With two parameters i18next takes a promise.
  read: async (language: string, namespace: string): Promise<ResourceKey> => {
    const texts = await load(language, namespace);
    return namespace === 'errors' && hasRefusals ? Object.assign({}, texts, await load(language, 'refusals')) : texts;
  },
};

/** Before anybody is known: what was chosen on this device, then what the browser asks for. */
function deviceLanguage(): UiLanguage {
  return uiLanguageFor([remembered('language'), ...navigator.languages]) ?? 'en';
}

/** Starts the texts; the first screen waits for its namespaces by Suspense. */
export async function startTexts(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    const row = languages[language as UiLanguage];
    document.documentElement.lang = row.tag;
    document.documentElement.dir = row.dir;
  });
  await i18next.use(backend).use(initReactI18next).init({
    lng: deviceLanguage(),
    fallbackLng: 'en',
    supportedLngs: uiLanguages,
    load: 'languageOnly',
    // What any screen may need at any moment, also after the network has gone.
    ns: ['common', 'errors', 'kinds', 'zones', ...(isRoomPath(location.pathname) ? ['prejoin', 'room'] : [])],
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: true },
  });
}

/** Changes the language of the screen, and remembers it on this device. */
export async function changeUiLanguage(language: UiLanguage): Promise<void> {
  remember('language', language);
  await i18next.changeLanguage(language);
}
