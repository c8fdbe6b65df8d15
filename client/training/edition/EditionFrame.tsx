import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionView } from '../../../protocol/training/views.ts';
import { Page } from '../../app/Page.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { useNow } from '../../ui/Times.tsx';
import { editionPath } from '../shared/paths.ts';
import { useFigures, useWords } from '../shared/words.ts';
import pages from '../../pages/shared/shared.module.css';
import css from '../shared/training.module.css';

type EditionTab = 'course' | 'people' | 'marking';

interface Props {
  readonly view: EditionView;
  readonly tab: EditionTab;
  readonly actions?: ReactNode;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** The head of the pages of an edition, with the ways between them for those who teach. */
export function EditionFrame({ view, tab, actions, lead, children }: Props): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const { day } = useFigures();
  const now = useNow(60_000);
  const { summary } = view;
  const { id, roles } = summary;
  const marks = roles.includes('tutor') || roles.includes('trainer');
  const reports = marks || roles.includes('coordinator');
  const tabs = [
    { to: editionPath(id), label: t('tabs.course'), selected: tab === 'course' },
    ...(reports ? [{ to: editionPath(id, 'people'), label: t('tabs.people'), selected: tab === 'people' }] : []),
    ...(marks ? [{ to: editionPath(id, 'marking'), label: summary.toMark ? t('tabs.markingCount', { count: summary.toMark }) : t('tabs.marking'), selected: tab === 'marking' }] : []),
  ];
  return (
    <Page
      title={words(summary.title)}
      above={(
        <div className={pages['chips']}>
          {now < summary.startsAt ? <Chip icon="clock">{t('phase.early')}</Chip> : now > summary.endsAt ? <Chip>{t('phase.over')}</Chip> : <Chip tone="accent">{t('phase.running')}</Chip>}
          <Chip icon="calendar">{t('card.dates', { from: day(summary.startsAt, summary.zone), to: day(summary.endsAt, summary.zone) })}</Chip>
          <Chip icon="building">{summary.administrationName}</Chip>
          <Chip>{summary.name}</Chip>
        </div>
      )}
      lead={lead} actions={actions}
    >
      {tabs.length > 1 && <div className={css['tabs']}><Segments label={t('tabs.label')} segments={tabs} /></div>}
      {children}
    </Page>
  );
}
