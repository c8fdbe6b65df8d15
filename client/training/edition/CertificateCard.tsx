import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Condition } from '../../../protocol/training/rules.ts';
import type { EditionView } from '../../../protocol/training/views.ts';
import { address } from '../../app/address.ts';
import { api } from '../../app/api.ts';
import { useRefresh } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { useUiLanguage } from '../../i18n/useLocale.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, ButtonLink, buttonClass } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useFigures } from '../shared/words.ts';
import pages from '../../pages/shared/shared.module.css';
import css from '../shared/training.module.css';

/** What the certificate asks for and how far one is; then the certificate itself. */
export function CertificateCard({ view }: { readonly view: EditionView }): ReactNode {
  const { t } = useTranslation('training');
  const { day } = useFigures();
  const language = useUiLanguage();
  const refresh = useRefresh();
  const { summary, certificate, conditions } = view;
  const { run, busy, problem } = useAction(useCallback(() => api('claimCertificate', { params: { edition: summary.id } }), [summary.id]));
  const claim = async (): Promise<void> => {
    if ((await run())?.ok) await refresh('edition', 'training');
  };
  if (certificate) {
    return (
      <section className={pages['card']}>
        <h2>{t('certificate.title')}</h2>
        {certificate.withdrawn
          ? <Banner tone="stop">{t('certificate.withdrawn', { day: day(certificate.withdrawn.at, summary.zone) })} {certificate.withdrawn.reason}</Banner>
          : <Banner tone="ok" icon="award">{t('certificate.issued', { day: day(certificate.issuedAt, summary.zone) })}<br /><b className={css['num']}>{certificate.number}</b></Banner>}
        {!certificate.withdrawn && (
          <a className={buttonClass('primary', true)} href={address('certificatePdf', { edition: summary.id, certificate: certificate.number }, { language })} target="_blank" rel="noreferrer">
            <Icon name="download" />{t('certificate.pdf')}
          </a>
        )}
        <ButtonLink look="line" wide to={`/certificate/${certificate.number}`}>{t('certificate.public')}</ButtonLink>
      </section>
    );
  }
  const isReady = conditions.every(({ met }) => met);
  return (
    <section className={pages['card']}>
      <h2>{t('certificate.title')}</h2>
      <p className={css['note']}>{t('certificate.rule')}</p>
      <ul className={css['conditions']}>{conditions.map((one) => <ConditionLine key={one.of} condition={one} />)}</ul>
      {isReady && <Button look="primary" icon="award" wide busy={busy} onClick={() => void claim()}>{t('certificate.claim')}</Button>}
      <ProblemNotice problem={problem} />
    </section>
  );
}

function ConditionLine({ condition: { of, have, need, met } }: { readonly condition: Condition }): ReactNode {
  const { t } = useTranslation('training');
  const { number, percent } = useFigures();
  const write = of === 'score' ? percent : number;
  return (
    <li className={met ? css['met'] : undefined}>
      {met ? <Icon name="check" strokeWidth={2.4} /> : <span className={css['ring']} aria-hidden="true" />}
      <span>{t(`condition.${of}`)}<span className={css['hidden']}> {met ? t('condition.met') : t('condition.open')}</span></span>
      <b>{t('condition.figure', { have: write(have), need: write(need) })}</b>
    </li>
  );
}
