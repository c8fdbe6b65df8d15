import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupId } from '../../../protocol/class/ids.ts';
import { FLOOR } from '../../../protocol/live/ids.ts';
import { useMay, useSession } from '../../live/context.tsx';
import { useCommand } from '../../room/live/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { useClass } from '../useClass.ts';
import css from './Groups.module.css';

const WorkDialog = lazy(() => import('./WorkDialog.tsx'));

/** What groups made on their decks, to be looked at again. Who leads the class puts it before everybody; the others see their own here. */
export function KeptWorks(): ReactNode {
  const { t } = useTranslation('class');
  const run = useCommand();
  const leads = useMay('class.lead');
  const { groups: { kept } } = useClass();
  const decks = useSession((state) => state.decks);
  const onStage = useSession((state) => state.stages[FLOOR]?.deck);
  const [looked, setLooked] = useState<GroupId>();
  const works = Object.values(kept);
  const seen = looked === undefined ? undefined : kept[looked];
  if (works.length === 0) return null;
  return (
    <>
      <h3 className={css['title']}>{t(leads ? 'work.title' : 'work.own')}</h3>
      <ul className={css['list']}>
        {works.map((work) => {
          const marks = Object.values(work.marks).reduce((sum, page) => sum + page.length, 0);
          return (
            <li key={work.id} className={css['card']} data-work={work.name}>
              <div className={css['head']}>
                <h3>{work.name}</h3>
                {onStage === work.id ? <Chip tone="accent" icon="slides">{t('work.now')}</Chip> : work.shown && <Chip tone="ok">{t('work.shown')}</Chip>}
              </div>
              <p className={css['quiet']}>{decks[work.deck]?.title ?? t('work.gone')} · {t('work.marks', { count: marks })}</p>
              {decks[work.deck] && (
                <div className={css['actions']}>
                  <Button look={leads ? 'quiet' : 'line'} icon="eye" aria-label={t('work.lookOf', { name: work.name })} onClick={() => setLooked(work.id)}>{t('work.look')}</Button>
                  {leads && onStage !== work.id && <Button look="line" icon="slides" aria-label={t('work.showOf', { name: work.name })} onClick={() => void run('group.show', { group: work.id })}>{t('work.show')}</Button>}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <Suspense>{seen && <WorkDialog work={seen} onClose={() => setLooked(undefined)} />}</Suspense>
    </>
  );
}
