import { useTranslation } from 'react-i18next';
import { ownerOf } from '../../protocol/ceremony/places.ts';
import type { PlaceId } from '../../protocol/ceremony/places.ts';
import type { Worded } from '../../protocol/ceremony/ceremony.ts';
import { useUiLanguage } from '../i18n/useLocale.ts';
import { useCeremony } from './source.tsx';

/** Words in the language of the screen, or in the first that there is. */
export function useWorded(): (worded: Worded) => string {
  const language = useUiLanguage();
  return (worded) => worded[language] ?? worded['en'] ?? Object.values(worded)[0] ?? '';
}

/** Whose place it is: the name, or what they are as long as nobody is named. */
export function usePlaceName(): (place: PlaceId) => string {
  const { t } = useTranslation('kinds');
  const { ceremony, participants } = useCeremony();
  return (place) => {
    const { side, as } = ownerOf(place);
    const id = ceremony.sides[side]?.[as];
    return (id === undefined ? undefined : participants[id]?.name) ?? t(`role.${as}`);
  };
}
