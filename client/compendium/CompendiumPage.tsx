import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { CompendiumView } from '../../protocol/compendium/routes.ts';
import { address } from '../app/address.ts';
import { Fetched } from '../app/Fetched.tsx';
import { Loading } from '../app/Loading.tsx';
import { Page } from '../app/Page.tsx';
import { useApi } from '../app/queries.ts';
import { useUiLanguage } from '../i18n/useLocale.ts';
import { Banner } from '../ui/Banner.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Segments } from '../ui/Segments.tsx';
import { EditionsSection } from './EditionsSection.tsx';
import { ProgrammesSection } from './ProgrammesSection.tsx';
import { SourcesSection } from './SourcesSection.tsx';

const RecognitionsSection = lazy(() => import('./map/RecognitionsSection.tsx'));

const views = ['programmes', 'recognitions', 'editions', 'sources'] as const;
const exportsOf = ['programmes.csv', 'recognitions.csv', 'editions.csv', 'compendium.json'] as const;

/** The directory of AEO programmes and of their recognitions. */
export default function CompendiumPage(): ReactNode {
  const { t } = useTranslation('compendium');
  const language = useUiLanguage();
  const view = useApi('compendium');
  const [search] = useSearchParams();
  const shown = views.find((one) => one === search.get('show')) ?? 'programmes';
  return (
    <Page
      title={t('title')} lead={t('lead')}
      actions={(
        <Menu
          label={t('export')} trigger={{ look: 'line', icon: 'download' }}
          groups={[{ id: 'export', entries: exportsOf.map((part) => ({ id: part, label: part, icon: 'download' as const, onAction: () => location.assign(address('compendiumExport', { part }, { language })) })) }]}
        />
      )}
    >
      <Banner>{t('notOfficial')}</Banner>
      <Segments label={t('views.label')} segments={views.map((one) => ({ to: one === 'programmes' ? '/compendium' : `/compendium?show=${one}`, label: t(`views.${one}`), selected: one === shown }))} />
      <Fetched of={view}>{(data) => <Shown view={shown} data={data} />}</Fetched>
    </Page>
  );
}

function Shown({ view, data }: { readonly view: (typeof views)[number]; readonly data: CompendiumView }): ReactNode {
  switch (view) {
    case 'programmes': return <ProgrammesSection data={data} />;
    case 'recognitions': return <Suspense fallback={<Loading />}><RecognitionsSection content={data.content} /></Suspense>;
    case 'editions': return <EditionsSection content={data.content} />;
    case 'sources': return <SourcesSection content={data.content} />;
    default: return view satisfies never;
  }
}
