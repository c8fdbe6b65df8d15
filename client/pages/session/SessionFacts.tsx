import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionSummary } from '../../../protocol/routes/sessions.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { nameOfLanguage } from '../../ui/names.ts';
import { timeRange } from '../../ui/timeFormats.ts';
import css from './SessionFacts.module.css';

/** What was agreed, and what came of it. */
export function SessionFacts({ summary }: { readonly summary: SessionSummary }): ReactNode {
  const { t } = useTranslation(['pages', 'kinds']);
  const locale = useLocale();
  const { info } = summary;
  const languages = new Intl.ListFormat(locale, { type: 'conjunction' }).format(info.languages.map((tag) => nameOfLanguage(tag, locale)));
  return (
    <dl className={css['facts']}>
      <div><dt>{t('session.facts.host')}</dt><dd>{summary.administrationName}</dd></div>
      <div><dt>{t('session.facts.role')}</dt><dd>{t(`kinds:role.${summary.role}`)}</dd></div>
      <div><dt>{t('session.facts.languages')}</dt><dd>{languages}</dd></div>
      <div><dt>{t('session.facts.entry')}</dt><dd>{info.lobby ? t('session.facts.lobby') : t('session.facts.straight')}</dd></div>
      {info.startedAt !== undefined && (
        <div>
          <dt>{t('session.facts.held')}</dt>
          <dd>{info.endedAt === undefined ? t('session.facts.running') : timeRange(info.startedAt, info.endedAt, info.zone, locale)}</dd>
        </div>
      )}
    </dl>
  );
}
