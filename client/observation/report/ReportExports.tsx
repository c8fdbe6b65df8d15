import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { address } from '../../app/address.ts';
import { useViewerZone } from '../../app/zone.ts';
import { useUiLanguage } from '../../i18n/useLocale.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useVisit } from '../source.tsx';
import css from './Report.module.css';

/** The report as a file, and the package of evidence. */
export function ReportExports({ number }: { readonly number: number }): ReactNode {
  const { t } = useTranslation('report');
  const { session, may } = useVisit();
  const language = useUiLanguage();
  const zone = useViewerZone();
  const at = { session: session.id, number: String(number) };
  return (
    <div className={css['exports']}>
      <a className={buttonClass('line')} href={address('reportPdf', at, { language, zone })} target="_blank" rel="noreferrer"><Icon name="document" />{t('pdf')}</a>
      <a className={buttonClass('line')} href={address('reportJson', at)} download><Icon name="download" />{t('json')}</a>
      {may('package.export') && (
        <a className={buttonClass('line')} href={address('evidencePackage', { session: session.id })} download><Icon name="download" />{t('package')}</a>
      )}
      {may('package.export') && <p className={css['hint']}>{t(may('evidence.custody') ? 'packageWhole' : 'packageReleased')}</p>}
    </div>
  );
}
