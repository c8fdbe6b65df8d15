import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection, InspectionPoint } from '../../../protocol/observation/inspections.ts';
import { address } from '../../app/address.ts';
import { useVisit } from '../source.tsx';
import { AddPicture } from './AddPicture.tsx';
import { picturesOf } from './pictures.ts';
import css from './Inspection.module.css';

interface Props {
  readonly inspection: Inspection;
  readonly point: InspectionPoint | 'seal';
  /** How the point is called. */
  readonly title: string;
  readonly mayAdd: boolean;
}

/** The pictures of a point, as far as these eyes may see them. */
export function PointPictures({ inspection, point, title, mayAdd }: Props): ReactNode {
  const { t } = useTranslation('notebook');
  const { session, observation } = useVisit();
  const pictures = picturesOf(observation.evidence, inspection.id, point);
  return (
    <>
      {pictures.length > 0 && (
        <ul className={css['pictures']}>
          {pictures.map(({ id, version, isStored }) => (
            <li key={id}>
              {isStored
                ? <img className={css['picture']} loading="lazy" alt={t('inspection.picture', { container: inspection.container })} src={address('evidenceFile', { session: session.id, evidence: id, version, part: 'thumbnail' })} />
                : <span className={css['waiting']}>{t('inspection.pictureWaits')}</span>}
            </li>
          ))}
        </ul>
      )}
      {mayAdd && <AddPicture inspection={inspection} point={point} title={title} />}
    </>
  );
}
