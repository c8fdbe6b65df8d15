import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Compendium } from '../../../protocol/compendium/model.ts';
import { useUiLanguage } from '../../i18n/useLocale.ts';
import { cx } from '../../ui/cx.ts';
import { HEIGHT, lineBetween, pointsOf, shapes, sphere, WIDTH } from './world.ts';
import css from './WorldMap.module.css';

interface Props {
  readonly content: Compendium;
  /** The administration whose recognitions are told apart. */
  readonly chosen: string | undefined;
  readonly onChoose: (administration: string) => void;
}

/** The administrations as buttons on a map, lines between those that recognise each other. The table beside it says the same in words. */
export function WorldMap({ content, chosen, onChoose }: Props): ReactNode {
  const { t } = useTranslation('compendium');
  const language = useUiLanguage();
  const points = useMemo(() => pointsOf(content), [content]);
  const lines = useMemo(() => content.recognitions.flatMap(({ id, parties }) => parties.flatMap((from, index) => parties.slice(index + 1).flatMap((to) => {
    const [one, other] = [from, to].map((party) => content.administrations.find((each) => each.id === party));
    const d = one && other && lineBetween(one, other);
    return d ? [{ id: `${id} ${from} ${to}`, parties, d }] : [];
  }))), [content]);
  const partners = new Set(content.recognitions.filter(({ parties }) => chosen !== undefined && parties.includes(chosen)).flatMap(({ parties }) => parties));
  const members = new Set(points.map(({ administration }) => administration.numeric));
  return (
    <figure className={css['map']}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={t('map.label')}>
        <path d={sphere} className={css['sea']} />
        {shapes.map(({ id, d }) => <path key={id} d={d} className={cx(css['land'], members.has(id) && css['party'])} aria-hidden="true" />)}
        {lines.map(({ id, parties, d }) => <path key={id} d={d} className={cx(css['line'], chosen !== undefined && (parties.includes(chosen) ? css['lit'] : css['dim']))} aria-hidden="true" />)}
        {points.toReversed().map(({ administration, count, x, y }) => {
          const isChosen = administration.id === chosen;
          const label = t('map.point', { name: administration.name[language], count });
          return (
            <g
              key={administration.id} role="button" tabIndex={0} aria-label={label} aria-pressed={isChosen} transform={`translate(${x} ${y})`}
              className={cx(css['point'], isChosen && css['chosen'], chosen !== undefined && !partners.has(administration.id) && css['faint'])}
              onClick={() => onChoose(administration.id)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                onChoose(administration.id);
              }}
            >
              <title>{label}</title>
              <circle r={14} className={css['target']} />
              <circle r={3 + Math.sqrt(count) * 1.8} className={css['dot']} />
              {(isChosen || (chosen !== undefined && partners.has(administration.id)) || (chosen === undefined && count > 3)) && <text y={-(8 + Math.sqrt(count) * 1.8)}>{administration.iso === 'EU' ? t('map.eu') : administration.name[language]}</text>}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
