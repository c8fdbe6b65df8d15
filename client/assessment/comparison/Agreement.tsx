import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../../protocol/assessment/case/comparison.ts';
import type { SafeCriterion } from '../../../protocol/criteria.ts';
import { useViewerZone } from '../../app/zone.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { dayAndTime } from '../../ui/timeFormats.ts';
import { useCase, usePersonName, useSideName } from '../case/source.tsx';
import css from './comparison.module.css';

interface Props {
  readonly comparison: string;
  readonly criterion: SafeCriterion;
  readonly row: Row;
  readonly sides: readonly string[];
}

/** Whether the heads of both sides have agreed on a row as it stands; a change takes that back and says so. */
export function Agreement({ comparison, criterion, row, sides }: Props): ReactNode {
  const { t } = useTranslation('comparison');
  const locale = useLocale();
  const zone = useViewerZone();
  const person = usePersonName();
  const side = useSideName();
  const { me, may, run } = useCase();
  const isHead = may('case.agree') && sides.includes(me.administration);
  const own = row.agreed[me.administration];
  const { takenBack } = row;
  return (
    <section className={css['agreement']} aria-label={t('agreement.title')}>
      {takenBack && (
        <Banner tone="warn" role="status">
          {t('agreement.takenBack', {
            name: person(takenBack.by), what: t(`changed.${takenBack.what}`), when: dayAndTime(takenBack.at, zone, locale), sides: takenBack.from.map(side).join(', '),
          })}
        </Banner>
      )}
      <ul className={css['heads']}>
        {sides.map((one) => {
          const given = row.agreed[one];
          return (
            <li key={one}>
              {given
                ? <Chip tone="ok">{t('agreement.given', { side: side(one), name: person(given.by), when: dayAndTime(given.at, zone, locale) })}</Chip>
                : <Chip icon="clock">{t('agreement.missing', { side: side(one) })}</Chip>}
            </li>
          );
        })}
      </ul>
      {isHead && (own
        ? <Button look="line" onClick={() => void run('matrix.agree', { comparison, criterion, agreed: false, base: row.revision })}>{t('agreement.withdraw')}</Button>
        : (
          <Button look="primary" icon="check" disabled={row.status === 'notExamined'} onClick={() => void run('matrix.agree', { comparison, criterion, agreed: true, base: row.revision })}>
            {t('agreement.agree', { side: side(me.administration) })}
          </Button>
        ))}
      {isHead && !own && row.status === 'notExamined' && <p className={css['hint']}>{t('agreement.first')}</p>}
    </section>
  );
}
