import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../../../protocol/observation/evidence.ts';
import { useStamp } from '../../useStamp.ts';
import type { Picture } from '../list.ts';
import { useNames } from '../useEvidence.ts';
import { useVersionName } from './Versions.tsx';
import css from './Viewer.module.css';

/** Who did what with an item and when, for those who have custody of it. */
export function Trail({ item, pictures }: { readonly item: Evidence; readonly pictures: readonly Picture[] }): ReactNode {
  const { t } = useTranslation('evidence');
  const names = useNames();
  const name = useVersionName();
  const stamp = useStamp();
  return (
    <section className={css['part']}>
      <h3>{t('trail.title')}</h3>
      <ol className={css['trail']}>
        {item.trail.map(({ step, at, by, version }, index) => {
          const { iso, own, both } = stamp(at);
          const of = pictures.find((one) => one.id === version);
          return (
            <li key={`${step} ${at} ${index}`} data-step={step}>
              <b>{of && step !== 'released' ? t(`trail.${step}Named`, { version: name(of, pictures) }) : t(`trail.${step}`)}</b>
              <span><time dateTime={iso} title={both}>{own}</time> · {names.person(by)}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
