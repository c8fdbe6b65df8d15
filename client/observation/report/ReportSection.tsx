import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { latest } from '../../../protocol/observation/report.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useVisit } from '../source.tsx';
import { ReportExports } from './ReportExports.tsx';
import { ReportFactsView } from './ReportFactsView.tsx';
import { ReportForm } from './ReportForm.tsx';
import { ReportHead } from './ReportHead.tsx';
import { ReportWords } from './ReportWords.tsx';
import css from './Report.module.css';

/** The observation report: built from the log, completed by both sides, confirmed by both leads. */
export function ReportSection(): ReactNode {
  const { t } = useTranslation('report');
  const { observation, may, run } = useVisit();
  const [busy, setBusy] = useState(false);
  const [chosen, choose] = useState<number>();
  const [isTyping, setTyping] = useState(false);
  const { report } = observation;
  const newest = latest(report);
  const build = async (): Promise<void> => {
    setBusy(true);
    await run('report.build', {});
    setBusy(false);
    choose(undefined);
  };
  if (!newest) {
    return (
      <EmptyState
        icon="document" title={t('none')}
        actions={may('report.edit') && <Button look="primary" busy={busy} onClick={() => void build()}>{t('build')}</Button>}
      >
        {t('noneText')}
      </EmptyState>
    );
  }
  const version = report.versions.find((one) => one.number === chosen) ?? newest;
  const isNewest = version.number === newest.number;
  const facts = report.facts[version.factsOf];
  return (
    <div className={css['report']}>
      <ReportHead version={version} newest={newest} onChoose={choose} busy={busy} isTyping={isTyping && isNewest} onBuild={may('report.edit') ? () => void build() : undefined} />
      {!isNewest && <Banner tone="warn" actions={<Button look="line" onClick={() => choose(undefined)}>{t('toNewest')}</Button>}>{t('old', { number: version.number })}</Banner>}
      <ReportExports number={version.number} />
      {isNewest && may('report.edit') ? <ReportForm newest={newest} criteria={facts?.criteria ?? []} onTyping={setTyping} /> : <ReportWords texts={version.texts} />}
      {facts ? <ReportFactsView facts={facts} remarks={version.texts.criteria} /> : <p className={css['hint']}>{t('earlierFacts')}</p>}
    </div>
  );
}
