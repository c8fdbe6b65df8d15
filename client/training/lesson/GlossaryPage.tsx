import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GlossaryEntry } from '../../../protocol/training/course.ts';
import { trainingLanguages } from '../../../protocol/training/texts.ts';
import { Fetched } from '../../app/Fetched.tsx';
import { Page } from '../../app/Page.tsx';
import { useApi } from '../../app/queries.ts';
import { languages } from '../../i18n/languages.ts';
import { useLocale, useUiLanguage } from '../../i18n/useLocale.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import pages from '../../pages/shared/shared.module.css';
import css from './glossary.module.css';

/** Every term of the field, in the language of the screen, with what it is called in the others. */
export default function GlossaryPage(): ReactNode {
  const { t } = useTranslation('training');
  const glossary = useApi('glossary');
  return (
    <Page title={t('glossary.title')} lead={t('glossary.lead')} actions={<ButtonLink look="line" icon="back" to="/training">{t('home.title')}</ButtonLink>}>
      <Fetched of={glossary}>{({ entries }) => <Terms entries={entries} />}</Fetched>
    </Page>
  );
}

function Terms({ entries }: { readonly entries: readonly GlossaryEntry[] }): ReactNode {
  const { t } = useTranslation('training');
  const language = useUiLanguage();
  const locale = useLocale();
  const [text, setText] = useState('');
  const wanted = text.trim().toLocaleLowerCase();
  const found = entries
    .filter((entry) => trainingLanguages.some((one) => `${entry[one].term} ${(entry[one].also ?? []).join(' ')}`.toLocaleLowerCase().includes(wanted)))
    .toSorted((one, other) => one[language].term.localeCompare(other[language].term, locale));
  return (
    <div className={pages['section']}>
      <SearchField label={t('glossary.search')} value={text} onChange={setText} />
      <p className={pages['muted']} role="status">{t('glossary.count', { count: found.length })}</p>
      {found.length === 0 ? <EmptyState icon="search" title={t('glossary.none')} /> : (
        <dl className={css['terms']}>
          {found.map((entry) => (
            <div key={entry.id} className={css['term']}>
              <dt>{entry[language].term}</dt>
              <dd>{entry[language].definition}</dd>
              <dd className={css['others']}>
                {trainingLanguages.filter((one) => one !== language).map((one) => <span key={one} lang={languages[one].tag}>{languages[one].name}: <b>{entry[one].term}</b></span>)}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
