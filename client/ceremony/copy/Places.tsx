import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { otherSide } from '../../../protocol/ceremony/ceremony.ts';
import type { Copy } from '../../../protocol/ceremony/ceremony.ts';
import { isSigned, placesBefore, placesOf } from '../../../protocol/ceremony/places.ts';
import type { PlaceId } from '../../../protocol/ceremony/places.ts';
import { useViewerZone } from '../../app/zone.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { Icon } from '../../ui/icons.tsx';
import { timeOfDay } from '../../ui/timeFormats.ts';
import { useCeremony } from '../source.tsx';
import { usePlaceName } from '../words.ts';
import css from './Copy.module.css';

interface Props {
  readonly copy: Copy;
  /** Those that were signed in a rehearsal, which nothing else knows of. */
  readonly tried?: readonly PlaceId[];
}

/** The places of a copy as they stand on its page: who has signed, and whose turn it is. */
export function Places({ copy, tried = [] }: Props): ReactNode {
  const { t } = useTranslation('ceremony');
  const { ceremony } = useCeremony();
  const locale = useLocale();
  const zone = useViewerZone();
  const nameOf = usePlaceName();
  const keeper = copy.side;
  const [left, right] = copy.firstPlace === 'left' ? [keeper, otherSide(keeper)] : [otherSide(keeper), keeper];
  const there = placesOf(ceremony);
  const isDone = (place: PlaceId): boolean => isSigned(copy, place) || tried.includes(place);
  const isNext = (place: PlaceId): boolean => !isDone(place) && placesBefore(keeper, place).every(isDone);
  const rows: readonly (readonly [PlaceId, PlaceId])[] = [[`signatory-${left}`, `signatory-${right}`], [`witness-${left}`, `witness-${right}`]];
  return (
    <ul className={css['places']}>
      {rows.flat().map((place, index) => there.includes(place) ? (
        <li key={place} className={css['place']} data-signed={isDone(place) || undefined} data-next={isNext(place) || undefined} style={{ gridColumn: index % 2 + 1 }}>
          <b><bdi>{nameOf(place)}</bdi></b>
          <span>{state(place)}</span>
        </li>
      ) : null)}
    </ul>
  );

  function state(place: PlaceId): ReactNode {
    const signature = copy.signatures.find((one) => one.place === place);
    if (signature) return <><Icon name="check" size={15} />{t('place.signed', { time: timeOfDay(signature.at, zone, locale) })}</>;
    if (tried.includes(place)) return <><Icon name="check" size={15} />{t('place.tried')}</>;
    return isNext(place) ? t('place.next') : t('place.waits');
  }
}
