import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { stageIds } from '../../../../protocol/assessment/case/ids.ts';
import type { StageId } from '../../../../protocol/assessment/case/ids.ts';
import { currentStage } from '../../../../protocol/assessment/case/plan.ts';
import type { StageState } from '../../../../protocol/assessment/case/plan.ts';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/icons.tsx';
import { useCase } from '../source.tsx';
import { useStageName } from '../useStages.ts';
import { StageCard } from './StageCard.tsx';
import css from './Stages.module.css';

/** The seven stages in their order, and the one that is looked at. */
export function Stages(): ReactNode {
  const { t } = useTranslation('case');
  const { file: { plan } } = useCase();
  const name = useStageName();
  const [chosen, setChosen] = useState<StageId>();
  const shown = chosen ?? currentStage(plan, stageIds) ?? 'maintenance';
  return (
    <section className={css['stages']} aria-label={t('stages.title')}>
      <ol className={css['rail']}>
        {stageIds.map((id, index) => {
          const state: StageState = plan.stages[id]?.state ?? 'ahead';
          return (
            <li key={id} className={cx(css['step'], css[state])}>
              <button type="button" aria-pressed={id === shown} onClick={() => setChosen(id)}>
                <span className={css['dot']}>{state === 'done' ? <Icon name="check" size={16} strokeWidth={2.6} /> : index + 1}</span>
                <span className={css['name']}>{name(id)}</span>
                <span className={css['state']}>{t(`stages.state.${state}`)}</span>
              </button>
            </li>
          );
        })}
      </ol>
      <StageCard key={shown} stage={shown} />
    </section>
  );
}
