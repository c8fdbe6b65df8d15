import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../../../protocol/observation/evidence.ts';
import { useLocale } from '../../../i18n/useLocale.ts';
import { useStamp } from '../../useStamp.ts';
import { fileSize } from '../../../ui/fileSize.ts';
import type { Entry, Picture } from '../list.ts';
import { useNames } from '../useEvidence.ts';
import css from './Viewer.module.css';

/** What is known of an item apart from what it shows. */
export function Facts({ entry, picture }: { readonly entry: Entry; readonly picture: Picture }): ReactNode {
  const { t } = useTranslation('evidence');
  const locale = useLocale();
  const names = useNames();
  const write = useStamp();
  const stamp = write(entry.capturedAt);
  const out = entry.released && write(entry.released.at);
  const { content } = picture.pictured;
  const size = [
    content.width === undefined || content.height === undefined ? undefined : `${content.width} × ${content.height}`, fileSize(content.bytes, locale), content.mime.slice(1 + content.mime.indexOf('/')).toUpperCase(),
  ].filter((part) => part !== undefined).join(' · ');
  const isOriginal = content.hash === entry.original;
  return (
    <dl className={css['facts']}>
      <Fact name={t('fact.time')}><time dateTime={stamp.iso}>{stamp.both}</time></Fact>
      <Fact name={t('fact.camera')}>{names.person(entry.by)}</Fact>
      {entry.released && out && <Fact name={t('fact.released')}><time dateTime={out.iso}>{out.both}</time>, {names.person(entry.released.by)}</Fact>}
      <Fact name={t('fact.zone')}>{names.zone(entry.zone)}</Fact>
      <Fact name={t('fact.criterion')}>{names.criterion(entry.criterion)}</Fact>
      <Fact name={t('fact.place')}>{entry.place ? <Where place={entry.place} /> : t('fact.noPlace')}</Fact>
      <Fact name={t('fact.size')}>{size}</Fact>
      <Fact name={t(isOriginal ? 'fact.hashBoth' : 'fact.hashShown')}><code className={css['hash']}>{content.hash}</code></Fact>
      {!isOriginal && entry.original !== undefined && <Fact name={t('fact.hashOriginal')}><code className={css['hash']}>{entry.original}</code></Fact>}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}

/** Degrees with a sign that needs no translation; four decimals are eleven metres, and few devices know better. */
function Where({ place: { latitude, longitude, accuracy } }: { readonly place: Place }): ReactNode {
  const { t } = useTranslation('evidence');
  const locale = useLocale();
  const degrees = new Intl.NumberFormat(locale, { minimumFractionDigits: 4, maximumFractionDigits: 4 });
  const metres = new Intl.NumberFormat(locale, { style: 'unit', unit: 'meter', maximumFractionDigits: 0 });
  return t('fact.placeIs', { latitude: degrees.format(latitude), longitude: degrees.format(longitude), accuracy: metres.format(accuracy) });
}
