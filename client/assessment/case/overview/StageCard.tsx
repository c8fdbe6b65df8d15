import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StageId } from '../../../../protocol/assessment/case/ids.ts';
import { useUiLanguage } from '../../../i18n/useLocale.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { cx } from '../../../ui/cx.ts';
import { FileDialog } from '../documents/FileDialog.tsx';
import { useCase } from '../source.tsx';
import { useDay } from '../useDay.ts';
import { useStages } from '../useStages.ts';
import { StageDialog } from './StageDialog.tsx';
import shared from '../../../pages/shared/shared.module.css';
import css from './Stages.module.css';

/** A stage: what it is about, when it is planned, which documents it expects and which are there. */
export function StageCard({ stage }: { readonly stage: StageId }): ReactNode {
  const { t } = useTranslation('case');
  const language = useUiLanguage();
  const day = useDay();
  const { file: { plan, papers }, may, run } = useCase();
  const content = useStages().find(({ id }) => id === stage);
  const [dialog, setDialog] = useState<{ readonly kind: 'change' } | { readonly kind: 'file'; readonly expected: string; readonly title: string }>();
  if (!content) return null;
  const { from, to } = plan.stages[stage] ?? {};
  const filed = Object.values(papers.documents);
  return (
    <div className={css['card']}>
      <div className={css['about']}>
        <h2>{content.title[language]}</h2>
        <p>{content.description[language]}</p>
        {(from ?? to) !== undefined && <p className={shared['num']}>{t('stages.planned', { from: from === undefined ? '…' : day(from), to: to === undefined ? '…' : day(to) })}</p>}
        {may('case.plan') && <div><Button look="line" icon="edit" onClick={() => setDialog({ kind: 'change' })}>{t('stages.change')}</Button></div>}
      </div>
      <div className={css['expected']}>
        <h3>{t('stages.expected')}</h3>
        <ul>
          {content.documents.map((one) => {
            const documents = filed.filter(({ expected }) => expected === one.id);
            const isWaived = plan.waived.includes(one.id);
            return (
              <li key={one.id}>
                <span>
                  <span className={cx(isWaived && css['waived'])}>{one.title[language]}</span>
                  {one.illustrative && <i>{t('stages.illustrative')}</i>}
                </span>
                {documents.length > 0
                  ? <Chip tone="ok">{t('stages.filed', { count: documents.length })}</Chip>
                  : isWaived ? <Chip>{t('stages.waived')}</Chip> : (
                    may('case.write') && (
                      <Button look="bare" icon="upload" aria-label={t('stages.fileNamed', { title: one.title[language] })} onClick={() => setDialog({ kind: 'file', expected: one.id, title: one.title[language] })}>{t('stages.file')}</Button>
                    )
                  )}
                {may('case.plan') && documents.length === 0 && (
                  <Button look="bare" aria-label={t(isWaived ? 'stages.expectNamed' : 'stages.waiveNamed', { title: one.title[language] })} onClick={() => void run('case.waive', { document: one.id, waived: !isWaived })}>
                    {t(isWaived ? 'stages.expect' : 'stages.waive')}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      </div>
      {dialog?.kind === 'change' && <StageDialog stage={stage} onClose={() => setDialog(undefined)} />}
      {dialog?.kind === 'file' && <FileDialog stage={stage} expected={dialog.expected} title={dialog.title} onClose={() => setDialog(undefined)} />}
    </div>
  );
}
