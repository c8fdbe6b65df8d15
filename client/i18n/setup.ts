import i18next from 'i18next';
import type { BackendModule, ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next/initReactI18next';
import { remember, remembered } from '../app/remember.ts';
import { languages, uiLanguageFor, uiLanguages } from './languages.ts';
import type { UiLanguage } from './languages.ts';

// One small file for each language and namespace, fetched when a screen first asks for it.
const files = import.meta.glob<ResourceKey>('./*/*.json', { import: 'default' });

const backend: BackendModule = {
  type: 'backend',
  init: () => {},
  // With two parameters i18next takes a promise.
  read: async (language: string, namespace: string): Promise<ResourceKey> => {
    const load = files[`./${language}/${namespace}.json`];
    if (!load) throw new Error(`no ${namespace} in ${language}`);
    return load();
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
    ns: ['common', 'errors', 'kinds', 'zones'],
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
