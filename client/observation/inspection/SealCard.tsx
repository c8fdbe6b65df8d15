import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sameSeal, sealChecks } from '../../../protocol/observation/inspections.ts';
import type { Inspection, Seal } from '../../../protocol/observation/inspections.ts';
import { Banner } from '../../ui/Banner.tsx';
import { TextField } from '../../ui/Field.tsx';
import type { InspectionPart } from '../content.ts';
import { useVisit } from '../source.tsx';
import { PointPictures } from './PointPictures.tsx';
import { ResultChoice } from './ResultChoice.tsx';
import css from './Inspection.module.css';

interface Props {
  readonly inspection: Inspection;
  readonly parts: readonly InspectionPart[];
  readonly number: number;
  readonly mayWrite: boolean;
}

const unchecked: Seal = { number: '', documentNumber: '', checks: { affixed: 'notChecked', standard: 'notChecked', intact: 'notChecked', matches: 'notChecked' } };

/** The seal: looked at before it is touched, its number compared with the document's (ISO 17712). */
export function SealCard({ inspection, parts, number, mayWrite }: Props): ReactNode {
  const { t } = useTranslation('notebook');
  const { run } = useVisit();
  const seal = inspection.seal ?? unchecked;
  const [read, setRead] = useState(seal.number);
  const [written, setWritten] = useState(seal.documentNumber);
  const bothThere = read.trim() !== '' && written.trim() !== '';
  const save = (change: Partial<Seal>): void => void run('inspection.seal', {
    inspection: inspection.id, number: read.trim(), documentNumber: written.trim(), checks: { ...seal.checks, ...change.checks },
  });
  const saveNumbers = (): void => {
    if (read.trim() !== seal.number || written.trim() !== seal.documentNumber) save({});
  };
  return (
    <li className={css['card']}>
      <h4 className={css['pointTitle']}><span className={css['order']}>{number}</span>{t('inspection.seal')}</h4>
      <TextField label={t('inspection.sealNumber')} optional value={read} maxLength={40} readOnly={!mayWrite} autoComplete="off" spellCheck={false} className={css['number']} onChange={setRead} onBlur={saveNumbers} />
      <TextField label={t('inspection.documentNumber')} optional value={written} maxLength={40} readOnly={!mayWrite} autoComplete="off" spellCheck={false} className={css['number']} onChange={setWritten} onBlur={saveNumbers} />
      {bothThere && (
        <Banner tone={sameSeal(read, written) ? 'ok' : 'stop'} role="status">{t(sameSeal(read, written) ? 'inspection.sealSame' : 'inspection.sealDiffers')}</Banner>
      )}
      {sealChecks.filter((check) => check !== 'matches').map((check) => {
        const part = parts.find((one) => one.id === check);
        return (
          <div key={check} className={css['check']}>
            <p className={css['checkTitle']}>{part?.title}</p>
            <p className={css['meta']}>{part?.look}</p>
            <ResultChoice
              label={part?.title ?? check} value={inspection.seal?.checks[check]} disabled={!mayWrite}
              onChoose={(result) => save({ checks: { ...seal.checks, [check]: result } })}
            />
          </div>
        );
      })}
      <PointPictures inspection={inspection} point="seal" title={t('inspection.seal')} mayAdd={mayWrite} />
    </li>
  );
}
