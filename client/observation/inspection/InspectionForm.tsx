import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection, InspectionPoint } from '../../../protocol/observation/inspections.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { useInspectionContent } from '../content.ts';
import { useVisit } from '../source.tsx';
import { PointCard } from './PointCard.tsx';
import { SealCard } from './SealCard.tsx';
import { verdictOf } from './verdict.ts';
import css from './Inspection.module.css';

/** One container, point by point, always from the same start to the same end. */
export function InspectionForm({ inspection, onBack }: { readonly inspection: Inspection; readonly onBack: () => void }): ReactNode {
  const { t } = useTranslation('notebook');
  const { may, run, isLive } = useVisit();
  const content = useInspectionContent();
  const heading = useRef<HTMLHeadingElement>(null);
  const [asks, setAsks] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const isOpen = inspection.closedAt === undefined;
  const mayWrite = isOpen && isLive && may('inspection.run');
  const verdict = verdictOf(inspection);
  return (
    <section className={css['section']}>
      <div className={css['head']}>
        <Button look="quiet" icon="back" onClick={onBack}>{t('inspection.back')}</Button>
      </div>
      <h3 ref={heading} tabIndex={-1} className={css['title']}>{inspection.container}</h3>
      {inspection.misread && <Banner tone="warn">{t('inspection.misread')}</Banner>}
      {!isOpen && <Banner tone={verdict.tone}>{t(`inspection.verdict.${verdict.name}`)}</Banner>}
      <ol className={css['list']}>
        {content.points.map((part, index) => (
          <PointCard key={part.id} inspection={inspection} part={part} point={part.id as InspectionPoint} number={index + 1} mayWrite={mayWrite} />
        ))}
        <SealCard inspection={inspection} parts={content.seal} number={content.points.length + 1} mayWrite={mayWrite} />
      </ol>
      {mayWrite && <Button look="primary" wide onClick={() => setAsks(true)}>{t('inspection.close')}</Button>}
      {asks && (
        <ConfirmDialog
          title={t('inspection.closeTitle')} confirm={t('inspection.close')} danger={false} onClose={() => setAsks(false)}
          onConfirm={() => {
            setAsks(false);
            void run('inspection.close', { inspection: inspection.id });
          }}
        >
          {t(verdict.name === 'incomplete' ? 'inspection.closeIncomplete' : 'inspection.closeText')}
        </ConfirmDialog>
      )}
    </section>
  );
}
