import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { InspectionsSection } from '../inspection/InspectionsSection.tsx';
import { RoomVisit, useVisit } from '../source.tsx';
import { Views } from '../../ui/Views.tsx';
import { FindingsSection } from './FindingsSection.tsx';
import { NotesSection } from './NotesSection.tsx';
import { QuestionsSection } from './QuestionsSection.tsx';
import css from './Notebook.module.css';

/** What is written down during a visit: notes, findings, questions, inspected containers. */
export default function NotebookPanel(): ReactNode {
  return <RoomVisit><Notebook /></RoomVisit>;
}

const sections = { questions: QuestionsSection, notes: NotesSection, findings: FindingsSection, containers: InspectionsSection } as const;
type View = keyof typeof sections;

function Notebook(): ReactNode {
  const { t } = useTranslation('notebook');
  const { may, observation } = useVisit();
  const [chosen, choose] = useState<View>(may('note.write') ? 'notes' : 'questions');
  const open = Object.values(observation.notebook.questions).filter((one) => one.state === 'open').length;
  const views = (['notes', 'findings', 'questions', 'containers'] as const)
    .filter((one) => one === 'questions' || one === 'containers' || may('visit.record'))
    .map((id) => ({ id, label: t(`view.${id}`), ...(id === 'questions' ? { count: open } : {}) }));
  const Section = sections[chosen];
  return (
    <div className={css['panel']}>
      <div className={css['views']}><Views label={t('view.label')} views={views} chosen={chosen} onChoose={choose} /></div>
      <div className={css['scroll']}><Section /></div>
    </div>
  );
}
