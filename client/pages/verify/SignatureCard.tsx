import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { harmless } from '../../../protocol/signing/inspection.ts';
import type { CertificateView, Change, SignatureView } from '../../../protocol/signing/inspection.ts';
import { useViewerZone } from '../../app/zone.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { Chip } from '../../ui/Chip.tsx';
import type { Tone } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/icons.tsx';
import { nameOfCountry } from '../../ui/names.ts';
import { shortDate, timeOfDay } from '../../ui/timeFormats.ts';
import css from './Verify.module.css';

interface Props {
  readonly number: number;
  readonly signature: SignatureView;
  /** Of the whole file. */
  readonly bytes: number;
}

const tones: Record<SignatureView['integrity']['state'], Tone> = { holds: 'ok', broken: 'stop', unknown: 'warn' };

/** One signature: whose it is, whether it holds, what it covers and what came after. */
export function SignatureCard({ number, signature, bytes }: Props): ReactNode {
  const { t } = useTranslation('verify');
  const locale = useLocale();
  const zone = useViewerZone();
  const { integrity, certificate, origin, at, inTime, reason, page } = signature;
  const who = [certificate?.title, certificate?.organisation, certificate?.country && nameOfCountry(certificate.country, locale)].filter((text) => text !== undefined && text !== '');
  return (
    <article className={css['card']}>
      <header>
        <span className={css['number']} aria-hidden="true">{number}</span>
        <div>
          <h3><bdi>{certificate?.name || t('signature.nameless')}</bdi></h3>
          {who.length > 0 && <p>{who.map((text, index) => <Fragment key={text}>{index > 0 && ' · '}<bdi>{text}</bdi></Fragment>)}</p>}
        </div>
        <Chip tone={tones[integrity.state]}>{t(`integrity.${integrity.state}`)}</Chip>
      </header>
      {integrity.state !== 'holds' && <p className={css['why']}>{t(`why.${integrity.why}`)}</p>}
      <dl className={css['facts']}>
        {origin && (
          <div>
            <dt>{t('signature.origin')}</dt>
            <dd>{t(`origin.${origin}`, { issuer: certificate?.issuer })}</dd>
          </div>
        )}
        {at !== undefined && (
          <div>
            <dt>{t('signature.at')}</dt>
            <dd>{shortDate(at, zone, locale)}, {timeOfDay(at, zone, locale)}{inTime === false && <> <Chip tone="warn">{t('signature.outOfTime')}</Chip></>}</dd>
          </div>
        )}
        {reason !== undefined && <div><dt>{t('signature.reason')}</dt><dd dir="auto">{reason}</dd></div>}
        <div>
          <dt>{t('signature.covers')}</dt>
          <dd>{signature.isWhole ? t('signature.whole') : <Part covers={signature.covers} bytes={bytes} />}{page !== undefined && <> · {t('signature.page', { page })}</>}</dd>
        </div>
        {!signature.isWhole && signature.covers > 0 && <div><dt>{t('signature.after')}</dt><dd><Changes changes={signature.changes} /></dd></div>}
      </dl>
      {certificate && <CertificateDetails certificates={[certificate, ...signature.chain]} />}
    </article>
  );
}

function Part({ covers, bytes }: { readonly covers: number; readonly bytes: number }): ReactNode {
  const { t } = useTranslation('verify');
  const numbers = new Intl.NumberFormat(useLocale());
  return covers === 0 ? t('signature.nothing') : t('signature.part', { covers: numbers.format(covers), bytes: numbers.format(bytes) });
}

function Changes({ changes }: { readonly changes: readonly Change[] | undefined }): ReactNode {
  const { t } = useTranslation('verify');
  if (!changes) return <span className={css['change']} data-tone="warn"><Icon name="warning" size={16} />{t('signature.untold')}</span>;
  const further = changes.filter(({ kind }) => kind === 'signature').length;
  const others = changes.filter(({ kind }) => kind !== 'signature');
  return (
    <ul className={css['changes']}>
      {further > 0 && <li className={css['change']}><Icon name="check" size={16} />{t('change.signature', { count: further })}</li>}
      {others.map((one, index) => {
        const isHarmless = harmless.has(one.kind);
        return (
          // Their order is all that tells two of a kind apart, and it never changes.
          <li key={`${one.kind} ${index}`} className={css['change']} data-tone={isHarmless ? undefined : 'stop'}>
            <Icon name={isHarmless ? 'check' : 'stop'} size={16} />{t(`change.${one.kind}`, { page: one.page, name: one.name })}
          </li>
        );
      })}
    </ul>
  );
}

function CertificateDetails({ certificates }: { readonly certificates: readonly CertificateView[] }): ReactNode {
  const { t } = useTranslation('verify');
  const locale = useLocale();
  return (
    <details className={css['details']}>
      <summary>{t('certificate.title')}</summary>
      <ol>
        {certificates.map((one) => (
          <li key={one.fingerprint}>
            <b><bdi>{one.name}</bdi></b>
            <span>{t('certificate.valid', { from: shortDate(one.notBefore, 'UTC', locale), to: shortDate(one.notAfter, 'UTC', locale) })} · {t('certificate.issuer', { issuer: one.issuer })}</span>
            <span className={css['exact']}>{one.fingerprint}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
