import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Compendium, Recognition } from '../../../protocol/compendium/model.ts';
import { useLocale, useUiLanguage } from '../../i18n/useLocale.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { Table } from '../../ui/Table.tsx';
import type { Column } from '../../ui/Table.tsx';
import { looseDate, recognising, recognitionsOf } from '../directory.ts';
import { SourceList } from '../SourceList.tsx';
import { WorldMap } from './WorldMap.tsx';
import shared from '../../pages/shared/shared.module.css';
import css from '../compendium.module.css';

const ALL = 'all';

/** Recognitions on a map of the world, and beside it a table that says the same. */
export default function RecognitionsSection({ content }: { readonly content: Compendium }): ReactNode {
  const { t } = useTranslation('compendium');
  const locale = useLocale();
  const language = useUiLanguage();
  const [chosen, setChosen] = useState<string>();
  const name = (id: string): string => content.administrations.find((one) => one.id === id)?.name[language] ?? id;
  const parties = recognising(content);
  const shown = recognitionsOf(content.recognitions, chosen);
  const columns: Column<Recognition>[] = [
    { id: 'parties', header: t('column.parties'), as: 'main', cell: ({ parties: of }) => <b>{of.map(name).join(' – ')}</b> },
    { id: 'form', header: t('column.form'), cell: ({ form }) => form && t(`form.${form}`) },
    { id: 'signed', header: t('column.signed'), as: 'tight', cell: ({ signed }) => signed ? looseDate(signed, locale) : <span className={shared['muted']}>{t('notStated')}</span> },
    { id: 'effective', header: t('column.effective'), as: 'tight', cell: ({ effective }) => effective ? looseDate(effective, locale) : <span className={shared['muted']}>{t('notStated')}</span> },
    { id: 'source', header: t('column.source'), cell: (one) => <div><SourceList ids={one.sources} sources={content.sources} />{one.note && <p className={css['note']}>{one.note[language]}</p>}</div> },
  ];
  return (
    <section className={shared['section']}>
      <WorldMap content={content} chosen={chosen} onChoose={(id) => setChosen(id === chosen ? undefined : id)} />
      <p className={`${shared['small']} ${shared['muted']}`}>{t('map.note')}</p>
      <div className={css['tools']}>
        <Select
          label={t('map.choose')} value={chosen ?? ALL} onChange={(id) => setChosen(id === ALL ? undefined : id)}
          options={[{ value: ALL, label: t('map.all') }, ...parties.map(({ administration, count }) => ({ value: administration.id, label: administration.name[language], detail: t('map.count', { count }) }))]}
        />
        {chosen !== undefined && <Button look="line" icon="close" onClick={() => setChosen(undefined)}>{t('map.showAll')}</Button>}
      </div>
      <p className={`${shared['small']} ${shared['muted']}`} role="status">{t('map.found', { count: shown.length })}</p>
      <Table label={t('views.recognitions')} columns={columns} rows={shown} keyOf={({ id }) => id} />
    </section>
  );
}
