import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { EditionView, ItemView } from '../../../protocol/training/views.ts';
import { address } from '../../app/address.ts';
import { Fetched } from '../../app/Fetched.tsx';
import { useApi } from '../../app/queries.ts';
import { Button, ButtonLink, buttonClass } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { languages } from '../../i18n/languages.ts';
import { itemPath } from '../shared/paths.ts';
import { Progress } from '../shared/Progress.tsx';
import { useWords } from '../shared/words.ts';
import { CertificateCard } from './CertificateCard.tsx';
import { EditionDialog } from './EditionDialog.tsx';
import { EditionFrame } from './EditionFrame.tsx';
import { ModuleCard } from './ModuleCard.tsx';
import pages from '../../pages/shared/shared.module.css';
import css from '../shared/training.module.css';

/** A course as it is held: its modules, how far one is, and what comes next. */
export default function EditionPage(): ReactNode {
  const { edition = '' } = useParams();
  const view = useApi('edition', { params: { edition } });
  return <Fetched of={view}>{(data) => <Course view={data} />}</Fetched>;
}

/** What a trainee does next: the first thing that is open and not done. */
function nextOf({ modules }: EditionView): ItemView | undefined {
  return modules.filter(({ open }) => open).flatMap(({ items }) => items).find(({ kind, done, quiz }) => kind !== 'class' && !done && quiz?.left !== 0);
}

function Course({ view }: { readonly view: EditionView }): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const [changes, setChanges] = useState(false);
  const { summary } = view;
  const next = nextOf(view);
  const isTrainee = summary.roles.includes('trainee');
  const path = next && itemPath(summary.id, next.kind, next.id);
  return (
    <EditionFrame
      view={view} tab="course" lead={words(summary.summary)}
      actions={(
        <>
          {summary.roles.includes('trainer') && <Button look="line" icon="edit" onClick={() => setChanges(true)}>{t('edition.change')}</Button>}
          <a className={buttonClass('line')} href={address('editionCalendar', { edition: summary.id })} download><Icon name="calendar" />{t('edition.calendar')}</a>
          {isTrainee && path !== undefined && <ButtonLink look="primary" to={path}>{summary.mine?.progress === 0 ? t('card.begin') : t('card.go')}</ButtonLink>}
        </>
      )}
    >
      <div className={css['columns']}>
        {isTrainee && (
          <div className={css['mine']}>
            <section className={pages['card']}>
              <h2>{t('progress.title')}</h2>
              <Progress share={summary.mine?.progress ?? 0} label={t('progress.label', { course: words(summary.title) })} />
              {next && <p className={css['note']}>{t('progress.next', { title: words(next.title) })}</p>}
            </section>
            <CertificateCard view={view} />
          </div>
        )}
        <ol className={css['stack']}>
          {view.modules.map((module, index) => <ModuleCard key={module.id} module={module} number={index + 1} view={view} />)}
        </ol>
        <div className={css['about']}>
          <section className={pages['card']}>
            <h2>{t('about.title')}</h2>
            <p className={css['summary']}>{words(view.audience)}</p>
            <dl className={css['list']}>
              <Fact term={t('about.languages')}>{summary.languages.map((one) => languages[one].name).join(' · ')}</Fact>
              {view.tutors.length > 0 && <Fact term={t('about.tutors')}>{view.tutors.join(' · ')}</Fact>}
              <Fact term={t('about.edition')}>{view.courseEdition}</Fact>
            </dl>
            <p className={css['note']}>{words(view.note)}</p>
          </section>
        </div>
      </div>
      {changes && <EditionDialog edition={view} onClose={() => setChanges(false)} />}
    </EditionFrame>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: string }): ReactNode {
  return <div><dt className={css['note']}>{term}</dt><dd style={{ margin: 0 }}>{children}</dd></div>;
}
