import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, Question, Tally } from '../../../protocol/class/polls.ts';
import { isRight, placesOf } from '../../../protocol/class/polls.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { Chip } from '../../ui/Chip.tsx';
import { cx } from '../../ui/cx.ts';
import { meanOf, shareOf } from './answers.ts';
import css from './Polls.module.css';

interface Props {
  readonly question: Question;
  readonly result: Tally;
  /** The right options, where these eyes may know them. */
  readonly right?: readonly number[] | undefined;
  /** The viewer's own answer. */
  readonly own?: Answer | undefined;
}

/** Bars with their numbers; what was right and what one answered oneself stand beside them in words. */
export function Results({ question, result, right = result.right, own }: Props): ReactNode {
  const { t } = useTranslation('class');
  const locale = useLocale();
  const mean = question.kind === 'scale' ? meanOf(result) : undefined;
  return (
    <div className={css['results']}>
      {own && right && right.length > 0 && (
        <p className={css['verdict']}>{isRight(right, own) ? <Chip tone="ok">{t('results.youRight')}</Chip> : <Chip tone="warn">{t('results.youWrong')}</Chip>}</p>
      )}
      {question.kind === 'text' ? <Texts texts={result.texts} /> : (
        <ul className={css['bars']}>
          {Array.from({ length: placesOf(question) }, (_, place) => (
            <Bar
              key={place} label={labelOf(question, place)} count={result.counts[place] ?? 0} answered={result.answered}
              isRight={right?.includes(place) ?? false} isOwn={own?.choices.includes(place) ?? false}
            />
          ))}
        </ul>
      )}
      <p className={css['quiet']}>
        {t('results.answered', { count: result.answered })}
        {mean !== undefined && ` · ${t('results.mean', { mean: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(mean) })}`}
      </p>
    </div>
  );
}

interface BarProps {
  readonly label: string;
  readonly count: number;
  readonly answered: number;
  readonly isRight: boolean;
  readonly isOwn: boolean;
}

function Bar({ label, count, answered, isRight: right, isOwn }: BarProps): ReactNode {
  const { t } = useTranslation('class');
  const share = shareOf(count, answered);
  return (
    <li className={cx(css['bar'], right && css['right'])}>
      <span className={css['barLabel']}>{label}</span>
      <span className={css['figures']}><b>{count}</b> {t('results.share', { share })}</span>
      <span className={css['track']} aria-hidden="true"><span style={{ inlineSize: `${share}%` }} /></span>
      {(right || isOwn) && (
        <span className={css['marks']}>
          {right && <Chip tone="ok">{t('results.right')}</Chip>}
          {isOwn && <Chip icon="person">{t('results.own')}</Chip>}
        </span>
      )}
    </li>
  );
}

function Texts({ texts }: { readonly texts: readonly string[] }): ReactNode {
  const { t } = useTranslation('class');
  if (texts.length === 0) return <p>{t('results.noTexts')}</p>;
  // The same words may come from several people.
  return <ul className={css['texts']}>{texts.map((text, index) => <li key={`${index} ${text}`}>{text}</li>)}</ul>;
}

/** What stands beside a bar or a choice. */
export function labelOf({ kind, options, scale }: Question, place: number): string {
  if (kind !== 'scale' || !scale) return options[place] ?? '';
  const end = place === 0 ? scale.low : place === scale.steps - 1 ? scale.high : '';
  return end === '' ? String(place + 1) : `${place + 1} · ${end}`;
}
