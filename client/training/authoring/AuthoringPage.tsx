import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Link } from '../../ui/Link.tsx';
import type { AuthoringView } from '../../../protocol/training/views.ts';
import { trainingLanguages } from '../../../protocol/training/texts.ts';
import { Fetched } from '../../app/Fetched.tsx';
import { Page } from '../../app/Page.tsx';
import { useApi } from '../../app/queries.ts';
import { languages } from '../../i18n/languages.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Table } from '../../ui/Table.tsx';
import type { Column } from '../../ui/Table.tsx';
import { useWords } from '../shared/words.ts';
import { DraftChip } from './DraftChip.tsx';
import pages from '../../pages/shared/shared.module.css';

/** The lessons of a course for those who write them. */
export default function AuthoringPage(): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const { course = '' } = useParams();
  const view = useApi('authoring', { params: { course } });
  return (
    <Fetched of={view}>
      {(data) => (
        <Page title={words(data.course.title)} lead={t('authoring.lead')} actions={<ButtonLink look="line" icon="back" to="/training">{t('home.title')}</ButtonLink>}>
          {data.modules.map((module) => <Lessons key={module.id} course={course} module={module} />)}
        </Page>
      )}
    </Fetched>
  );
}

type Module = AuthoringView['modules'][number];
type Row = Module['lessons'][number];

function Lessons({ course, module }: { readonly course: string; readonly module: Module }): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const columns: Column<Row>[] = [
    { id: 'title', header: t('kind.lesson'), as: 'main', cell: (one) => <b>{words(one.title)}</b> },
    ...trainingLanguages.map((language): Column<Row> => ({
      id: language, header: languages[language].name, as: 'tight',
      cell: (one) => <Link to={`/training/courses/${course}/lessons/${one.id}?language=${language}`} aria-label={t('authoring.open', { title: words(one.title), language: languages[language].name })}><DraftChip state={one.states[language]} /></Link>,
    })),
  ];
  return (
    <section className={pages['section']}>
      <h2>{words(module.title)}</h2>
      <Table label={words(module.title)} columns={columns} rows={module.lessons} keyOf={(one) => one.id} />
    </section>
  );
}
