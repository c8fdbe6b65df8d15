/** The languages of the screen. `locale` is for dates, numbers and the component library; `tag` for the html element. */
export const languages = {
  en: { tag: 'en', locale: 'en-GB', dir: 'ltr', name: 'English' },
  fr: { tag: 'fr', locale: 'fr-FR', dir: 'ltr', name: 'Français' },
  zh: { tag: 'zh-Hans', locale: 'zh-CN', dir: 'ltr', name: '简体中文' },
} as const satisfies Record<string, UiLanguageRow>;

export interface UiLanguageRow {
  readonly tag: string;
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  /** In the language itself. */
  readonly name: string;
}

export type UiLanguage = keyof typeof languages;
export const uiLanguages = Object.keys(languages) as UiLanguage[];

/** The screen's language for the first tag that there is one for. */
export function uiLanguageFor(tags: readonly (string | null | undefined)[]): UiLanguage | undefined {
  for (const tag of tags) {
    const base = tag?.split('-')[0]?.toLowerCase();
    if (base !== undefined && Object.hasOwn(languages, base)) return base as UiLanguage;
  }
  return undefined;
}
