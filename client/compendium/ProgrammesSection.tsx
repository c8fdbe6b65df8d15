import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { programmeKinds } from '../../protocol/compendium/model.ts';
import type { Programme } from '../../protocol/compendium/model.ts';
import type { CompendiumView } from '../../protocol/compendium/routes.ts';
import { useAccount } from '../app/account.tsx';
import { useViewerZone } from '../app/zone.ts';
import { useLocale, useUiLanguage } from '../i18n/useLocale.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Select } from '../ui/Select.tsx';
import { Table } from '../ui/Table.tsx';
import type { Column } from '../ui/Table.tsx';
import { shortDate } from '../ui/timeFormats.ts';
import { countsOf, filtered, kindOf, listedOf, programmeName } from './directory.ts';
import type { Listed } from './directory.ts';
import { OwnEntryDialog } from './OwnEntryDialog.tsx';
import { SourceList } from './SourceList.tsx';
import shared from '../pages/shared/shared.module.css';
import css from './compendium.module.css';

const ALL = 'all';

/** The programmes by administration, with region, edition and sources; an administration's own words stand over them. */
export function ProgrammesSection({ data }: { readonly data: CompendiumView }): ReactNode {
  const { t } = useTranslation('compendium');
  const locale = useLocale();
  const language = useUiLanguage();
  const zone = useViewerZone();
  const { me } = useAccount();
  const { content, own } = data;
  const [text, setText] = useState('');
  const [region, setRegion] = useState<string>(ALL);
  const [kind, setKind] = useState<Programme['kind'] | typeof ALL>(ALL);
  const [edits, setEdits] = useState(false);
  const all = listedOf(data);
  const found = filtered(all, { text, region: region === ALL ? undefined : region, kind: kind === ALL ? undefined : kind }, language);
  const regionName = (id: string | undefined): string => content.regions.find((one) => one.id === id)?.name[language] ?? '';
  const mayTell = me.person !== undefined && me.person.rank !== 'member';
  const columns: Column<Listed>[] = [
    { id: 'administration', header: t('column.administration'), as: 'main', cell: ({ administration }) => <b>{administration.name[language]}</b> },
    {
      id: 'programme', header: t('column.programme'),
      cell: (one) => (
        <div className={css['programme']}>
          <span>{programmeName(one, language) ?? <span className={shared['muted']}>{t('unnamed')}</span>}</span>
          {one.told && <Told one={one} when={shortDate(one.told.at, zone, locale)} />}
        </div>
      ),
    },
    { id: 'region', header: t('column.region'), cell: ({ administration }) => <span className={shared['small']}>{regionName(administration.region)}</span> },
    { id: 'kind', header: t('column.kind'), as: 'tight', cell: (one) => <Chip tone={kindOf(one) === 'operational' ? 'ok' : 'neutral'} icon={kindOf(one) === 'operational' ? 'check' : 'clock'}>{t(`kind.${kindOf(one)}`)}</Chip> },
    { id: 'source', header: t('column.source'), cell: ({ sourced }) => sourced && <>{t('edition', { edition: sourced.edition })}<SourceList ids={sourced.sources} sources={content.sources} /></> },
  ];
  return (
    <section className={shared['section']}>
      <Counts data={data} />
      <div className={css['tools']}>
        <SearchField label={t('search')} value={text} onChange={setText} />
        <Select label={t('column.region')} value={region} onChange={setRegion} options={[{ value: ALL, label: t('allRegions') }, ...content.regions.map((one) => ({ value: one.id, label: one.name[language] }))]} />
        <Select label={t('column.kind')} value={kind} onChange={setKind} options={[{ value: ALL, label: t('allKinds') } as const, ...programmeKinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))]} />
        {mayTell && own !== undefined && <Button look="line" icon="edit" onClick={() => setEdits(true)}>{t('own.edit')}</Button>}
      </div>
      <p className={`${shared['small']} ${shared['muted']}`} role="status">{t('found', { count: found.length })}</p>
      {found.length === 0
        ? <EmptyState icon="search" title={t('nothing')} />
        : <Table label={t('views.programmes')} columns={columns} rows={found} keyOf={({ administration }) => administration.id} />}
      {edits && own !== undefined && <OwnEntryDialog told={data.told.find((one) => one.administration === own)} name={content.administrations.find(({ id }) => id === own)!.name[language]} onClose={() => setEdits(false)} />}
    </section>
  );
}

function Told({ one: { told }, when }: { readonly one: Listed; readonly when: string }): ReactNode {
  const { t } = useTranslation('compendium');
  const fields = (['legalBasis', 'eligible', 'criteria', 'validity', 'benefits', 'contact'] as const).filter((field) => told?.[field] !== '');
  if (!told) return null;
  return (
    <details className={css['told']}>
      <summary>{t('own.told', { administration: told.administrationName, name: told.by, when })}</summary>
      <dl>{fields.map((field) => <div key={field}><dt>{t(`own.${field}`)}</dt><dd>{told[field]}</dd></div>)}</dl>
    </details>
  );
}

/** How many are listed here, by region and kind: no totals of the world. */
function Counts({ data }: { readonly data: CompendiumView }): ReactNode {
  const { t } = useTranslation('compendium');
  const language = useUiLanguage();
  const counts = countsOf(listedOf(data), data.content);
  return (
    <div className={css['counts']}>
      <h2>{t('counts.title')}</h2>
      <p className={`${shared['small']} ${shared['muted']}`}>{t('counts.about')}</p>
      <ul>
        {counts.map((one) => (
          <li key={one.region}>
            <span>{data.content.regions.find(({ id }) => id === one.region)?.name[language]}</span>
            <b className={shared['num']}>{one.operational + one.underDevelopment === 0 ? t('counts.none') : t('counts.of', { operational: one.operational, underDevelopment: one.underDevelopment })}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
