import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentState } from '../../../protocol/observation/consents.ts';
import { useCommand } from '../../room/live/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import css from './consent.module.css';

/**
 * Asked of the operator's people when they come in, beside everything else that they can do. Gone once they answered;
 * their answer stays in the panel.
 */
export default function ConsentQuestion(): ReactNode {
  const { t } = useTranslation('visit');
  const id = useId();
  const run = useCommand();
  const heading = useRef<HTMLHeadingElement>(null);
  // Who has just come in is nowhere yet: the question is where they begin.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  const answer = (state: ConsentState): void => void run('consent.own', { state });
  return (
    <section className={css['question']} aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>{t('own.title')}</h2>
      <p>{t('own.question')}</p>
      <p className={css['quiet']}>{t('own.later')}</p>
      <div className={css['answers']}>
        <Button look="line" onClick={() => answer('refused')}>{t('own.refuse')}</Button>
        <Button look="primary" onClick={() => answer('given')}>{t('own.give')}</Button>
      </div>
    </section>
  );
}
