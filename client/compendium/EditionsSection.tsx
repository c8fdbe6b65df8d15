import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { figureNames } from '../../protocol/compendium/model.ts';
import type { Compendium, Edition } from '../../protocol/compendium/model.ts';
import { useUiLanguage } from '../i18n/useLocale.ts';
import { Banner } from '../ui/Banner.tsx';
import { SourceList } from './SourceList.tsx';
import shared from '../pages/shared/shared.module.css';
import css from './compendium.module.css';

/** The totals that each edition states, never in one row with those of another; what does not fit is said plainly. */
export function EditionsSection({ content }: { readonly content: Compendium }): ReactNode {
  const { t } = useTranslation('compendium');
  return (
    <section className={shared['section']}>
      <Banner tone="warn"><b>{t('discrepancy.title')}</b><p>{t('discrepancy.text')}</p></Banner>
      <div className={css['editions']}>{content.editions.map((one) => <EditionCard key={one.id} edition={one} content={content} />)}</div>
    </section>
  );
}

function EditionCard({ edition, content }: { readonly edition: Edition; readonly content: Compendium }): ReactNode {
  const { t } = useTranslation('compendium');
  const language = useUiLanguage();
  return (
    <article className={shared['card']}>
      <h2>{edition.title[language]}</h2>
      <dl className={css['figures']}>
        {figureNames.map((name) => {
          const figure = edition[name];
          return figure && (
            <div key={name}>
              <dt>{t(`figure.${name}`)}</dt>
              <dd><b>{figure.value}</b><SourceList ids={[figure.source]} sources={content.sources} />{figure.note && <p>{figure.note[language]}</p>}</dd>
            </div>
          );
        })}
      </dl>
      <p className={`${shared['small']} ${shared['muted']}`}><b>{t('counting')}</b> {edition.counting[language]}</p>
    </article>
  );
}
