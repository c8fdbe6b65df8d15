import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../live/context.tsx';
import { Views } from '../ui/Views.tsx';
import { GroupsSection } from './groups/GroupsSection.tsx';
import { KeptWorks } from './groups/KeptWorks.tsx';
import { AttentionSection } from './people/AttentionSection.tsx';
import { PastPolls } from './polls/PastPolls.tsx';
import { PollsSection } from './polls/PollsSection.tsx';
import { RoomClass } from './source.tsx';
import { useClass } from './useClass.ts';
import css from './ClassPanel.module.css';

/** The class beside the stage. Who leads it runs polls and groups here; the others find what was asked and what they made. */
export default function ClassPanel(): ReactNode {
  return useMay('class.lead') ? <RoomClass><Lead /></RoomClass> : <div className={css['panel']}><div className={css['scroll']}><KeptWorks /><PastPolls /></div></div>;
}

const parts = { polls: PollsSection, groups: GroupsSection, people: AttentionSection } as const;
type PartName = keyof typeof parts;

function Lead(): ReactNode {
  const { t } = useTranslation('class');
  const { groups: { open } } = useClass();
  const [chosen, choose] = useState<PartName>(open ? 'groups' : 'polls');
  const calls = Object.keys(open?.calls ?? {}).length;
  const views = (['polls', 'groups', 'people'] as const).map((id) => ({ id, label: t(`view.${id}`), ...(id === 'groups' ? { count: calls } : {}) }));
  const Part = parts[chosen];
  return (
    <div className={css['panel']}>
      <div className={css['views']}><Views label={t('view.label')} views={views} chosen={chosen} onChoose={choose} /></div>
      <div className={css['scroll']}><Part /></div>
    </div>
  );
}
