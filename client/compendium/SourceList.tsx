import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../../protocol/compendium/model.ts';
import css from './compendium.module.css';

/** The sources of an entry: who published it, with its grade; where it is stands in the list of sources. */
export function SourceList({ ids, sources }: { readonly ids: readonly string[]; readonly sources: readonly Source[] }): ReactNode {
  const { t } = useTranslation('compendium');
  return (
    <ul className={css['sourceList']}>
      {ids.map((id) => {
        const one = sources.find((each) => each.id === id);
        return one && <li key={id} title={one.where}>{one.publisher} <span className={css['grade']} title={t(`grade.${one.grade}`)}>{one.grade}</span></li>;
      })}
    </ul>
  );
}
