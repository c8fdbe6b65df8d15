import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { PublicCertificate } from '../../../protocol/training/views.ts';
import { deviceZone } from '../../app/zone.ts';
import { Fetched } from '../../app/Fetched.tsx';
import { Page } from '../../app/Page.tsx';
import { useApi } from '../../app/queries.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { nameOfCountry } from '../../ui/names.ts';
import { useFigures, useWords } from '../shared/words.ts';
import pages from '../../pages/shared/shared.module.css';
import css from './certificate.module.css';

/** What a certificate's number stands for; for anybody who has it. */
export default function CertificatePage(): ReactNode {
  const { t } = useTranslation('training');
  const { certificate = '' } = useParams();
  const found = useApi('publicCertificate', { params: { certificate } });
  return (
    <Page title={t('public.title')} lead={t('public.lead')}>
      <Fetched of={found}>{(data) => <Found certificate={data} />}</Fetched>
    </Page>
  );
}

function Found({ certificate }: { readonly certificate: PublicCertificate }): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const locale = useLocale();
  const { day, number } = useFigures();
  const { withdrawn } = certificate;
  const rows: readonly (readonly [string, string])[] = [
    [t('public.number'), certificate.number], [t('public.name'), certificate.name],
    [t('public.administration'), [certificate.administrationName, nameOfCountry(certificate.country, locale)].filter(Boolean).join(' · ')],
    [t('public.course'), words(certificate.title)], [t('public.issuer'), certificate.issuerName],
    [t('public.issued'), day(certificate.issuedAt, deviceZone())], [t('public.hours'), number(certificate.hours)],
  ];
  return (
    <>
      {withdrawn
        ? <Banner tone="stop" role="status"><b>{t('public.withdrawn', { day: day(withdrawn.at, deviceZone()) })}</b><br />{t('public.reason', { reason: withdrawn.reason })}</Banner>
        : <Banner tone="ok" role="status"><b>{t('public.valid')}</b></Banner>}
      <section className={pages['card']}>
        <dl className={css['facts']}>{rows.map(([term, value]) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}</dl>
      </section>
      <p className={pages['muted']}>{t('public.file')}</p>
      <div className={pages['buttons']}><ButtonLink look="line" icon="document" to="/verify">{t('public.verifyFile')}</ButtonLink></div>
    </>
  );
}
