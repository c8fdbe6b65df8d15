import type { ReactNode } from 'react';
import { DatesCard } from './DatesCard.tsx';
import { LinkedSessions } from './LinkedSessions.tsx';
import { ProgrammesCard } from './ProgrammesCard.tsx';
import { Stages } from './Stages.tsx';
import { TasksSection } from './TasksSection.tsx';
import css from '../case.module.css';

/** Where the case stands, and what is to be done. */
export function Overview(): ReactNode {
  return (
    <>
      <Stages />
      <div className={css['columns']}>
        <div className={css['stack']}><TasksSection /><LinkedSessions /></div>
        <div className={css['stack']}><DatesCard /><ProgrammesCard /></div>
      </div>
    </>
  );
}
