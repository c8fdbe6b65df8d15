import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import type { Inspection, InspectionPoint, PointResult } from '../../../protocol/observation/inspections.ts';
import { TextField } from '../../ui/Field.tsx';
import type { InspectionPart } from '../content.ts';
import { useVisit } from '../source.tsx';
import { PointPictures } from './PointPictures.tsx';
import { ResultChoice } from './ResultChoice.tsx';
import css from './Inspection.module.css';

interface Props {
  readonly inspection: Inspection;
  readonly part: InspectionPart;
  readonly point: InspectionPoint;
  readonly number: number;
  readonly mayWrite: boolean;
}

/** One point: what to look at, what was found, a remark, a picture. */
export function PointCard({ inspection, part, point, number, mayWrite }: Props): ReactNode {
  const { t } = useTranslation('notebook');
  const { run } = useVisit();
  const found = inspection.points[point];
  const [remark, setRemark] = useState(found?.remark ?? '');
  const save = (result: PointResult, text: string): void => void run('inspection.point', { inspection: inspection.id, point, result, remark: text });
  return (
    <li className={css['card']}>
      <h4 className={css['pointTitle']}><span className={css['order']}>{number}</span>{part.title}</h4>
      <p className={css['meta']}>{part.look}</p>
      <ResultChoice label={part.title} value={found?.result} disabled={!mayWrite} onChoose={(result) => save(result, remark)} />
      {mayWrite
        ? (
          <TextField
            label={t('inspection.remark')} optional value={remark} maxLength={limits.remarkChars} onChange={setRemark}
            onBlur={() => {
              if (remark.trim() !== (found?.remark ?? '')) save(found?.result ?? 'notChecked', remark);
            }}
          />
        )
        : found && found.remark !== '' && <p className={css['text']}>{found.remark}</p>}
      <PointPictures inspection={inspection} point={point} title={part.title} mayAdd={mayWrite} />
    </li>
  );
}
