import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportTexts } from '../../../protocol/observation/report.ts';
import { textFields } from './draft.ts';
import css from './Report.module.css';

/** What people wrote, to read. */
export function ReportWords({ texts }: { readonly texts: ReportTexts }): ReactNode {
  const { t } = useTranslation('report');
  return (
    <dl className={css['words']}>
      {textFields.map((field) => (
        <div key={field}>
          <dt>{t(`text.${field}`)}</dt>
          <dd className={texts[field] === '' ? css['hint'] : css['text']}>{texts[field] === '' ? t('text.empty') : texts[field]}</dd>
        </div>
      ))}
    </dl>
  );
}
