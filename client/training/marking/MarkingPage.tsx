import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { EditionView, WaitingForMarks } from '../../../protocol/training/views.ts';
import { Fetched } from '../../app/Fetched.tsx';
import { useApi } from '../../app/queries.ts';
import { useViewerZone } from '../../app/zone.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table } from '../../ui/Table.tsx';
import type { Column } from '../../ui/Table.tsx';
import { EditionFrame } from '../edition/EditionFrame.tsx';
import { editionPath } from '../shared/paths.ts';
import { useFigures, useWords } from '../shared/words.ts';
import { AnswerCard } from './AnswerCard.tsx';
import pages from '../../pages/shared/shared.module.css';
import css from '../shared/training.module.css';

/** What waits for a tutor. */
export default function MarkingPage(): ReactNode {
  const { edition = '' } = useParams();
  const view = useApi('edition', { params: { edition } });
  return <Fetched of={view}>{(data) => <EditionFrame view={data} tab="marking"><Waiting view={data} /></EditionFrame>}</Fetched>;
}

type Row = WaitingForMarks['submissions'][number];

function Waiting({ view }: { readonly view: EditionView }): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const { moment } = useFigures();
  const zone = useViewerZone();
  const edition = view.summary.id;
  const waiting = useApi('toMark', { params: { edition } }, { everyMs: 30_000 });
  const columns: Column<Row>[] = [
    { id: 'name', header: t('marking.trainee'), as: 'main', cell: (one) => <b>{one.name}</b> },
    { id: 'title', header: t('kind.assignment'), cell: (one) => words(one.title) },
    { id: 'at', header: t('marking.at'), cell: (one) => moment(one.at, zone) },
    { id: 'state', header: t('quiz.state'), as: 'tight', cell: (one) => (one.marked ? <Chip tone={one.passed ? 'ok' : 'warn'}>{one.passed ? t('passed') : t('assignment.again')}</Chip> : <Chip tone="accent" icon="clock">{one.again ? t('marking.newVersion') : t('marking.waits')}</Chip>) },
    { id: 'open', header: t('marking.open'), as: 'actions', cell: (one) => <ButtonLink look={one.marked ? 'line' : 'primary'} to={editionPath(edition, 'marking', one.submission)}>{one.marked ? t('quiz.look') : t('marking.open')}</ButtonLink> },
  ];
  return (
    <Fetched of={waiting}>
      {(data) => (
        <>
          <section className={pages['section']}>
            <h2>{t('marking.submissions')}</h2>
            {data.submissions.length === 0 ? <EmptyState icon="edit" title={t('marking.none')} /> : <Table label={t('marking.submissions')} columns={columns} rows={data.submissions} keyOf={(one) => one.submission} />}
          </section>
          {data.answers.length > 0 && (
            <section className={pages['section']}>
              <h2>{t('marking.answers')}</h2>
              <div className={css['stack']}>{data.answers.map((one) => <AnswerCard key={`${one.attempt} ${one.question}`} edition={edition} waiting={one} />)}</div>
            </section>
          )}
        </>
      )}
    </Fetched>
  );
}
