/** Names of countries and languages in the language of the screen, from the browser. */

/** ISO 3166-1 alpha-2. */
export const countryCodes = (
  'AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CW CY CZ '
  + 'DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN '
  + 'KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL '
  + 'PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SX SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN '
  + 'VU WS XK YE ZA ZM ZW'
).split(' ');

/** Offered first to last: the languages of the organisation, then others that administrations work in. */
export const sessionLanguages = [
  'en', 'fr', 'zh', 'es', 'ru', 'ar', 'pt', 'de', 'it', 'nl', 'pl', 'ro', 'el', 'cs', 'hu', 'sv', 'da', 'fi', 'bg', 'hr', 'sk', 'sl', 'lt', 'lv', 'et', 'mt', 'ga',
  'uk', 'sr', 'sq', 'mk', 'tr', 'ka', 'hy', 'az', 'kk', 'uz', 'mn', 'fa', 'he', 'hi', 'bn', 'ur', 'ne', 'si', 'th', 'lo', 'km', 'vi', 'my', 'ms', 'id', 'fil',
  'ja', 'ko', 'sw', 'am', 'rw', 'is', 'nb',
];

export function nameOfCountry(code: string, locale: string): string {
  return name('region', code, locale);
}

/** Written with a capital, as it stands alone. */
export function nameOfLanguage(tag: string, locale: string): string {
  const found = name('language', tag, locale);
  return found.charAt(0).toLocaleUpperCase(locale) + found.slice(1);
}

/** As it stands within a sentence. */
export function languageInSentence(tag: string, locale: string): string {
  return name('language', tag, locale);
}

function name(type: 'region' | 'language', code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type, fallback: 'code' }).of(code) ?? code;
  } catch {
    return code;
  }
}
