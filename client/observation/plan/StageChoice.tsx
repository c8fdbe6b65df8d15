import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { stages } from '../../../protocol/observation/plan.ts';
import type { VisitStage } from '../../../protocol/observation/plan.ts';
import { Icon } from '../../ui/icons.tsx';
import { useVisit } from '../source.tsx';
import css from './plan.module.css';

/** The part that the visit is in; whoever plans moves it on, or back. Also after the session, when the report is written. */
export function StageChoice(): ReactNode {
  const { t } = useTranslation('visit');
  const { observation, may, run } = useVisit();
  const { stage } = observation.plan;
  const mayMove = may('visit.plan');
  return (
    <ol className={css['stages']} aria-label={t('stage.label')}>
      {stages.map((one) => {
        const isNow = one === stage;
        const face = <StageFace stage={one} now={stage} />;
        return (
          <li key={one} aria-current={isNow ? 'step' : undefined}>
            {mayMove
              ? <button type="button" className={css['stage']} data-now={isNow || undefined} aria-pressed={isNow} onClick={() => void run('visit.stage', { stage: one })}>{face}</button>
              : <div className={css['stage']} data-now={isNow || undefined}>{face}</div>}
          </li>
        );
      })}
    </ol>
  );
}

function StageFace({ stage, now }: { readonly stage: VisitStage; readonly now: VisitStage }): ReactNode {
  const { t } = useTranslation('visit');
  const at = stages.indexOf(stage);
  return (
    <>
      <span className={css['step']} aria-hidden="true">{at < stages.indexOf(now) ? <Icon name="check" size={15} strokeWidth={2.4} /> : at + 1}</span>
      <b>{t(`stage.${stage}`)}</b>
      <small>{stage === now ? t('stage.now') : t(`stage.about.${stage}`)}</small>
    </>
  );
}
