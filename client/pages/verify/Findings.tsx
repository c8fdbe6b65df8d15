import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection, Verdict } from '../../../protocol/signing/inspection.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { Banner } from '../../ui/Banner.tsx';
import type { Tone } from '../../ui/Chip.tsx';
import { KnownCertificate } from '../../training/certificate/KnownCertificate.tsx';
import { SignatureCard } from './SignatureCard.tsx';
import css from './Verify.module.css';

const tones: Record<Verdict, Tone> = { unsigned: 'neutral', altered: 'stop', changed: 'stop', untold: 'warn', holds: 'ok' };

/** What was found in a file: the whole first, then each signature in the order in which they came. */
export function Findings({ inspection }: { readonly inspection: Inspection }): ReactNode {
  const { t } = useTranslation('verify');
  const locale = useLocale();
  const { verdict, signatures, pages, bytes, sha256, title } = inspection;
  return (
    <section className={css['findings']} aria-labelledby="verify-found">
      <h2 id="verify-found" className={css['heading']}>{t('found')}</h2>
      <Banner tone={tones[verdict]} role="status">
        <b>{t(`verdict.${verdict}`)}</b>
        <span className={css['more']}>{t(`about.${verdict}`)}</span>
      </Banner>
      <KnownCertificate sha256={sha256} />
      <dl className={css['facts']}>
        {title !== undefined && <div><dt>{t('facts.title')}</dt><dd dir="auto">{title}</dd></div>}
        <div><dt>{t('facts.size')}</dt><dd>{t('facts.pages', { count: pages })} · {t('facts.bytes', { count: bytes, number: new Intl.NumberFormat(locale).format(bytes) })}</dd></div>
        <div><dt>SHA-256</dt><dd className={css['exact']}>{sha256}</dd></div>
      </dl>
      {signatures.length > 0 && (
        <ol className={css['signatures']}>
          {signatures.map((signature, index) => <li key={signature.field}><SignatureCard number={index + 1} signature={signature} bytes={bytes} /></li>)}
        </ol>
      )}
    </section>
  );
}
