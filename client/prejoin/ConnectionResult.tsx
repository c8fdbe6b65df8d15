import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionReport } from '../media/connectionTest.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { bandwidth, findings, verdictOf } from '../room/readiness/verdict.ts';
import type { Verdict } from '../room/readiness/verdict.ts';
import type { ReadinessState } from './Readiness.ts';
import css from './ConnectionResult.module.css';

const tones = { good: 'ok', usable: 'warn', poor: 'stop' } as const satisfies Record<Verdict, string>;

interface Props {
  readonly connection: ReadinessState['connection'];
  readonly onAgain: () => void;
}

/** The line in plain words, with the figures under them for who helps. */
export function ConnectionResult({ connection, onAgain }: Props): ReactNode {
  const { t } = useTranslation('prejoin');
  if (connection.step === 'waiting') return <Button look="line" icon="line" onClick={onAgain}>{t('line.test')}</Button>;
  if (connection.step === 'testing') {
    return (
      <div className={css['testing']}>
        <p>{t('line.testing')}</p>
        <progress value={connection.share} max={1} aria-label={t('line.testing')} />
      </div>
    );
  }
  return <Result report={connection.report} onAgain={onAgain} />;
}

function Result({ report, onAgain }: { readonly report: ConnectionReport; readonly onAgain: () => void }): ReactNode {
  const { t } = useTranslation(['prejoin', 'room']);
  // The devices are judged where they are shown.
  const whole = { ...report, camera: 'ok', microphone: 'ok', speaker: 'ok' } as const;
  const verdict = verdictOf(whole);
  const figures = [
    report.transport === 'none' ? undefined : report.transport.toUpperCase(),
    report.roundTripMs === undefined ? undefined : t('line.roundTrip', { value: Math.round(report.roundTripMs) }),
    report.upKbps === undefined ? undefined : t('room:readiness.up', { value: bandwidth(report.upKbps) }),
    report.downKbps === undefined ? undefined : t('room:readiness.down', { value: bandwidth(report.downKbps) }),
  ].filter((part) => part !== undefined);
  return (
    <div className={css['result']} role="status">
      <div className={css['head']}>
        <Chip tone={tones[verdict]}>{t(`line.${verdict}`)}</Chip>
        <Button look="quiet" icon="refresh" onClick={onAgain}>{t('line.again')}</Button>
      </div>
      <p>{t(`line.${verdict}Text`)}</p>
      {findings(whole).length > 0 && <ul className={css['found']}>{findings(whole).map((one) => <li key={one}>{t(`line.finding.${one}`)}</li>)}</ul>}
      {figures.length > 0 && <p className={css['figures']}>{figures.join(' · ')}</p>}
    </div>
  );
}
