import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../../ui/Link.tsx';
import { useApi } from '../../app/queries.ts';
import { deviceZone } from '../../app/zone.ts';
import { Banner } from '../../ui/Banner.tsx';
import { useFigures } from '../shared/words.ts';

/** Of a file that is a certificate of this installation: whose, and whether it was withdrawn since, which its seal cannot say. */
export function KnownCertificate({ sha256 }: { readonly sha256: string }): ReactNode {
  const { t } = useTranslation('training');
  const { day } = useFigures();
  const certificate = useApi('certificateOfFile', { params: { hash: sha256 } }).data?.certificate;
  if (!certificate) return null;
  const { number, name, withdrawn } = certificate;
  return (
    <Banner tone={withdrawn ? 'stop' : 'ok'} icon={withdrawn ? undefined : 'award'} role="status">
      <b>{withdrawn ? t('public.withdrawn', { day: day(withdrawn.at, deviceZone()) }) : t('public.valid')}</b>
      <br />{withdrawn && <>{t('public.reason', { reason: withdrawn.reason })} </>}<Link to={`/certificate/${number}`}>{t('public.of', { number, name })}</Link>
    </Banner>
  );
}
