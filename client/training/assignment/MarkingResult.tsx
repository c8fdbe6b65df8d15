import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rubric } from '../../../protocol/training/course.ts';
import type { MarkingView } from '../../../protocol/training/views.ts';
import { Banner } from '../../ui/Banner.tsx';
import { useFigures, useWords } from '../shared/words.ts';
import pages from '../../pages/shared/shared.module.css';
import css from './assignment.module.css';

/** A tutor's marks: points, the level that was reached, and their words. */
export function MarkingResult({ marking, rubric, newest }: { readonly marking: MarkingView; readonly rubric: Rubric; readonly newest: number }): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const { percent } = useFigures();
  return (
    <section className={pages['card']}>
      <h2>{t('marking.result')}</h2>
      <Banner tone={marking.passed ? 'ok' : 'warn'}>
        <b>{marking.passed ? t('marking.passed', { share: percent(marking.share) }) : t('marking.again', { share: percent(marking.share) })}</b>
        <br />{t('marking.by', { name: marking.by, number: marking.version })}{newest > marking.version && <> {t('marking.newer')}</>}
      </Banner>
      <ul className={css['levels']}>
        {rubric.criteria.map(({ id, title, points, levels }) => (
          <li key={id}>
            <b>{words(title)}</b><span className={css['points']}>{t('marking.points', { points: marking.points[id] ?? 0, of: points })}</span>
            <span>{words(levels.find((one) => one.points === marking.points[id])?.text ?? levels[0]!.text)}</span>
          </li>
        ))}
      </ul>
      {marking.remark !== '' && <p className={css['quote']} dir="auto">{marking.remark}</p>}
    </section>
  );
}
