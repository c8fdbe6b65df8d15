import { Suspense, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Spinner } from '../../ui/Spinner.tsx';
import { useVisit } from '../source.tsx';
import { fileSections } from './sections.ts';
import { useAddressedSection } from './useAddressedSection.ts';
import { useSectionInView } from './useSectionInView.ts';
import css from './file.module.css';

/** The parts of the file one below the other, with the way to each beside them; on a phone in a row that stays at the top. */
export function Sections(): ReactNode {
  const { t } = useTranslation('visit');
  const visit = useVisit();
  const shown = fileSections.filter((section) => section.shows(visit));
  const ids = shown.map((section) => section.id);
  const inView = useSectionInView(ids);
  const row = useRef<HTMLUListElement>(null);
  const settled = useAddressedSection(ids);
  // On a phone the names do not fit beside each other: the one that is read stays in sight.
  useEffect(() => {
    const link = row.current?.querySelector<HTMLElement>('[aria-current]');
    if (row.current && link) row.current.scrollLeft = link.offsetLeft - (row.current.clientWidth - link.offsetWidth) / 2;
  }, [inView]);
  return (
    <div className={css['file']}>
      <nav className={css['nav']} aria-label={t('file.sections')}>
        <ul ref={row}>
          {shown.map((section) => (
            <li key={section.id}><a href={`#${section.id}`} aria-current={section.id === inView ? 'location' : undefined}>{t(section.label)}</a></li>
          ))}
        </ul>
      </nav>
      <div className={css['sections']}>
        {shown.map(({ id, label, isLandmark, Content }) => {
          const Part = isLandmark ? 'div' : 'section';
          return (
            <Part key={id} id={id} className={css['section']} {...(isLandmark ? {} : { 'aria-labelledby': `${id}-title` })}>
              <h2 id={`${id}-title`}>{t(label)}</h2>
              <Suspense fallback={<Spinner size={28} />}><Content /><Settled id={id} tell={settled} /></Suspense>
            </Part>
          );
        })}
      </div>
    </div>
  );
}

/** Says when what stands beside it has been loaded and drawn. */
function Settled({ id, tell }: { readonly id: string; readonly tell: (id: string) => void }): null {
  useEffect(() => tell(id), [id, tell]);
  return null;
}
