import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { stepsOnStage } from '../../../protocol/ceremony/ceremony.ts';
import type { Step } from '../../../protocol/ceremony/ceremony.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Switch } from '../../ui/Field.tsx';
import { useRehearsal, useRehearsals } from '../rehearsal.ts';
import { useCeremony } from '../source.tsx';
import { useWorded } from '../words.ts';
import css from './Panel.module.css';

/** The running order with the step it is at; who leads goes on from here, in earnest or in a rehearsal. */
export function Order(): ReactNode {
  const { t } = useTranslation('ceremony');
  const { ceremony, may, run, session } = useCeremony();
  const { step } = ceremony;
  const steps = stepsOnStage(ceremony);
  const rehearsal = useRehearsal();
  const rehearsals = useRehearsals();
  const worded = useWorded();
  const leads = may('ceremony.lead');
  const at = rehearsal.on ? rehearsal.step : step;
  const index = steps.findIndex(({ id }) => id === at);
  const next = steps[index + 1];
  const go = (to: string | undefined): void => {
    const { step: _before, ...rest } = rehearsal;
    if (rehearsal.on) rehearsals.lead(to === undefined ? rest : { ...rest, step: to });
    else void run('ceremony.step', { step: to ?? null });
  };
  if (ceremony.steps.length === 0) {
    return (
      <EmptyState icon="calendar" title={t('order.none')} actions={may('ceremony.prepare') && <Button look="primary" onClick={() => void run('ceremony.order', {})}>{t('order.usual')}</Button>}>
        {may('ceremony.prepare') ? t('order.noneText') : t('order.wait')}
      </EmptyState>
    );
  }
  return (
    <>
      {leads && (
        <>
          <div className={css['lead']}>
            {next && <Button look="primary" icon="next" wide disabled={session.phase !== 'live' && !rehearsal.on} onClick={() => go(next.id)}>{t('order.next', { title: worded(next.title) })}</Button>}
            {index > 0 && <Button look="line" icon="previous" wide onClick={() => go(steps[index - 1]!.id)}>{t('order.back')}</Button>}
          </div>
          <div className={css['rehearse']}>
            <Switch label={t('rehearsal.title')} hint={t('rehearsal.hint')} checked={rehearsal.on} onChange={(on) => rehearsals.lead({ on, tried: [] })} />
            {rehearsal.on && rehearsal.tried.length > 0 && <Button look="line" icon="undo" onClick={() => rehearsals.lead({ on: true, tried: [] })}>{t('rehearsal.again')}</Button>}
          </div>
        </>
      )}
      {(at === undefined ? ['before', undefined, 'after'] as const : [undefined, 'after', 'before'] as const).map((part) => (
        <Steps key={part ?? 'ceremony'} title={t(`order.${part ?? 'ceremony'}`)} steps={ceremony.steps.filter((one) => one.part === part)} at={at} follows={!leads} />
      ))}
      <p className={css['hint']}>{t('order.notice')}</p>
    </>
  );
}

/** What is done when, by whom, and what to think of. */
function Steps({ title, steps, at, follows }: { readonly title: string; readonly steps: readonly Step[]; readonly at: string | undefined; readonly follows: boolean }): ReactNode {
  const { t } = useTranslation('ceremony');
  const worded = useWorded();
  const heading = useId();
  const now = useRef<HTMLLIElement>(null);
  // Where the ceremony is stays in sight; for who leads it is the way on that does.
  useEffect(() => {
    if (follows) now.current?.scrollIntoView({ block: 'nearest' });
  }, [at, follows]);
  if (steps.length === 0) return null;
  return (
    <section>
      <h3 id={heading} className={css['part']}>{title}</h3>
      <ol className={css['steps']} aria-labelledby={heading}>
        {steps.map(({ id, title: what, who, minutes, note }, place) => (
          <li key={id} ref={id === at ? now : undefined} aria-current={id === at ? 'step' : undefined}>
            <span>{place + 1}</span><b dir="auto">{worded(what)}</b><span>{t('minutes', { count: minutes })}</span>
            {who && <p dir="auto">{worded(who)}</p>}
            {note && <p dir="auto" className={css['hint']}>{worded(note)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
