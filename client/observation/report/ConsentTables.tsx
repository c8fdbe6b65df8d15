import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoneWord } from '../../../protocol/observation/consents.ts';
import type { ReportFacts } from '../../../protocol/observation/reportFacts.ts';
import { Table } from '../../ui/Table.tsx';
import { ConsentChip } from '../consent/ConsentButtons.tsx';
import { useVisit } from '../source.tsx';
import { useReportTime } from './useReportTime.ts';
import css from './Report.module.css';

/** What was consented to, what was refused or withdrawn, and when; persons without their names, as observers read it. */
export function ConsentTables({ facts }: { readonly facts: ReportFacts }): ReactNode {
  const { t } = useTranslation('report');
  const { participants } = useVisit();
  const { moment } = useReportTime();
  const { consents } = facts;
  if (!consents) return <p className={css['hint']}>{t('ungathered')}</p>;
  const zoneOf = (id: string): string => facts.zones.find((zone) => zone.id === id)?.name ?? t('consent.gone');
  const silent = facts.zones.filter((zone) => !consents.zones.some((one) => one.zone === zone.id));
  const zones: readonly (ZoneWord | (typeof silent)[number])[] = [...consents.zones, ...silent];
  return (
    <>
      {zones.length === 0 ? <p className={css['hint']}>{t('consent.none')}</p> : (
        <Table
          label={t('consent.zones')} rows={zones} keyOf={(one) => 'id' in one ? one.id : `${one.zone} ${one.at}`}
          columns={[
            { id: 'zone', header: t('column.zone'), as: 'main', cell: (one) => <b>{'id' in one ? one.name : zoneOf(one.zone)}</b> },
            { id: 'consent', header: t('column.consent'), cell: (one) => 'id' in one ? t(one.noRecord ? 'consent.noRecord' : 'consent.notAsked') : <ConsentChip state={one.state} /> },
            { id: 'time', header: t('column.time'), cell: (one) => 'id' in one ? '–' : moment(one.at) },
            { id: 'by', header: t('column.saidBy'), cell: (one) => 'id' in one ? '–' : t(one.own ? 'consent.own' : 'consent.noted', { name: participants[one.by]?.name ?? '' }) },
          ]}
        />
      )}
      {consents.persons.length > 0 && (
        <>
          <Table
            label={t('consent.persons')} rows={consents.persons} keyOf={(one) => `${one.number} ${one.at}`}
            columns={[
              { id: 'person', header: t('column.person'), as: 'main', cell: (one) => <b>{t('consent.number', { number: one.number })}</b> },
              { id: 'zone', header: t('column.zone'), cell: (one) => one.zone === undefined ? t('consent.anywhere') : zoneOf(one.zone) },
              { id: 'consent', header: t('column.consent'), cell: (one) => <ConsentChip state={one.state} /> },
              { id: 'time', header: t('column.time'), cell: (one) => moment(one.at) },
              { id: 'by', header: t('column.saidBy'), cell: (one) => t(one.own ? 'consent.themselves' : 'consent.notedFor') },
            ]}
          />
          <p className={css['hint']}>{t('consent.personsText')}</p>
        </>
      )}
    </>
  );
}
