import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../../app/Page.tsx';
import { useLocale } from '../../i18n/useLocale.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { nameOfCountry } from '../../ui/names.ts';
import { Segments } from '../../ui/Segments.tsx';
import { ComparisonSection } from '../comparison/ComparisonSection.tsx';
import { CaseTools } from './CaseTools.tsx';
import { DocumentsSection } from './documents/DocumentsSection.tsx';
import { NotesSection } from './notes/NotesSection.tsx';
import { Overview } from './overview/Overview.tsx';
import { CasePeople } from './people/CasePeople.tsx';
import { useCase } from './source.tsx';
import shared from '../../pages/shared/shared.module.css';
import css from './case.module.css';

const views = ['overview', 'comparison', 'documents', 'notes', 'people'] as const;
type View = (typeof views)[number];

/** The file of a case: where it stands, the comparison, its papers and its people. */
export function CaseScreen(): ReactNode {
  const { t } = useTranslation(['case', 'kinds']);
  const locale = useLocale();
  const { session, sides } = useCase();
  const [search] = useSearchParams();
  const asked = search.get('show');
  const view = views.find((one) => one === asked) ?? 'overview';
  return (
    <Page
      title={session.title}
      above={(
        <div className={shared['chips']}>
          <Chip tone="accent">{t('kinds:kind.case')}</Chip>
          {session.phase === 'ended' && <Chip icon="lock">{t('closed')}</Chip>}
        </div>
      )}
      lead={<span className={css['sides']}>{sides.map((side) => <span key={side.administration}>{side.name} <i>{nameOfCountry(side.country, locale)}</i></span>)}</span>}
      actions={<CaseTools />}
    >
      {session.phase === 'ended' && <Banner icon="lock">{t('closedText')}</Banner>}
      <Segments
        label={t('views.label')}
        segments={views.map((one) => ({ to: one === 'overview' ? `/cases/${session.id}` : `/cases/${session.id}?show=${one}`, label: t(`views.${one}`), selected: one === view }))}
      />
      <Content view={view} />
    </Page>
  );
}

function Content({ view }: { readonly view: View }): ReactNode {
  switch (view) {
    case 'overview': return <Overview />;
    case 'comparison': return <ComparisonSection />;
    case 'documents': return <DocumentsSection />;
    case 'notes': return <NotesSection />;
    case 'people': return <CasePeople />;
    default: return view satisfies never;
  }
}
