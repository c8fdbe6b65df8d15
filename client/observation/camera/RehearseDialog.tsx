import { useEffect, useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import type { Zone } from '../../../protocol/observation/plan.ts';
import type { Rehearsal } from '../../../protocol/observation/scope.ts';
import { announce } from '../../app/announcer.tsx';
import { useLive } from '../../live/context.tsx';
import { runConnectionTest } from '../../media/connectionTest.ts';
import type { ConnectionReport } from '../../media/connectionTest.ts';
import { Modal } from '../../room/parts/Modal.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/Toast.tsx';
import { useVisit } from '../source.tsx';
import { suggestionFor } from './suggestion.ts';
import css from './Rehearse.module.css';

type Measuring = { readonly step: 'measuring'; readonly share: number } | { readonly step: 'measured'; readonly report: ConnectionReport };

/** A walk through a zone before the visit: the line is measured where one stands, and the officer says go or no-go. */
export function RehearseDialog({ zone, onClose }: { readonly zone: Zone; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['camera', 'common']);
  const { run } = useVisit();
  const id = useId();
  const [measuring, again] = useMeasuring();
  const [chosen, setChosen] = useState<Rehearsal['verdict']>();
  const [remark, setRemark] = useState('');
  const [busy, setBusy] = useState(false);
  const report = measuring.step === 'measured' ? measuring.report : undefined;
  const verdict = chosen ?? (report && suggestionFor(report));
  const save = async (): Promise<void> => {
    if (!report || !verdict) return;
    setBusy(true);
    const saved = await run('visit.rehearse', { zone: zone.id, verdict, remark, ...report });
    setBusy(false);
    if (saved === undefined) return;
    toast(t('rehearse.saved', { zone: zone.name }));
    onClose();
  };
  return (
    <Modal
      title={t('rehearse.title', { zone: zone.name })} onClose={onClose}
      actions={<>
        <Button look="line" onClick={onClose}>{t('common:cancel')}</Button>
        <Button look="primary" busy={busy} disabled={!report} onClick={() => void save()}>{t('common:save')}</Button>
      </>}
    >
      {measuring.step === 'measuring' ? (
        <div className={css['measuring']}>
          <label htmlFor={id}>{t('rehearse.measuring')}</label>
          <progress id={id} max={1} value={measuring.share} />
        </div>
      ) : <Figures report={measuring.report} onAgain={again} />}
      <fieldset className={css['verdicts']} disabled={!report}>
        <legend>{t('rehearse.verdict')}</legend>
        {(['go', 'noGo'] as const).map((one) => (
          <label key={one} data-verdict={one}>
            <input type="radio" name={id} checked={verdict === one} onChange={() => setChosen(one)} />{t(`rehearse.${one}`)}
          </label>
        ))}
      </fieldset>
      {report && chosen === undefined && <p className={css['hint']}>{t('rehearse.suggested')}</p>}
      <TextArea label={t('rehearse.remark')} optional rows={2} value={remark} maxLength={limits.remarkChars} onChange={setRemark} />
    </Modal>
  );
}

function Figures({ report, onAgain }: { readonly report: ConnectionReport; readonly onAgain: () => void }): ReactNode {
  const { t } = useTranslation(['camera', 'common']);
  const { transport, upKbps, downKbps, roundTripMs } = report;
  return (
    <div className={css['figures']}>
      {transport === 'none' || transport === undefined ? <p>{t('rehearse.noLine')}</p> : (
        <dl>
          {upKbps !== undefined && <div><dt>{t('rehearse.up')}</dt><dd>{t('rehearse.kbps', { value: upKbps })}</dd></div>}
          {downKbps !== undefined && <div><dt>{t('rehearse.down')}</dt><dd>{t('rehearse.kbps', { value: downKbps })}</dd></div>}
          {roundTripMs !== undefined && <div><dt>{t('rehearse.roundTrip')}</dt><dd>{t('rehearse.ms', { value: Math.round(roundTripMs) })}</dd></div>}
          <div><dt>{t('rehearse.way')}</dt><dd>{transport.toUpperCase()}</dd></div>
        </dl>
      )}
      <Button look="quiet" icon="refresh" onClick={onAgain}>{t('rehearse.again')}</Button>
    </div>
  );
}

function useMeasuring(): readonly [Measuring, () => void] {
  const live = useLive();
  const { t } = useTranslation('camera');
  const [round, setRound] = useState(0);
  const [measuring, setMeasuring] = useState<Measuring>({ step: 'measuring', share: 0 });
  useEffect(() => {
    const stop = new AbortController();
    const measure = async (): Promise<void> => {
      try {
        const report = await runConnectionTest(live, { signal: stop.signal, onProgress: (share) => setMeasuring({ step: 'measuring', share }) });
        if (stop.signal.aborted) return;
        setMeasuring({ step: 'measured', report });
        announce(t('rehearse.measured'));
      } catch (error) {
        if (!stop.signal.aborted) throw error;
      }
    };
    void measure();
    return () => stop.abort();
  }, [live, round, t]);
  return [measuring, () => {
    setMeasuring({ step: 'measuring', share: 0 });
    setRound((before) => before + 1);
  }];
}
