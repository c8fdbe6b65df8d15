import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import type { Zone } from '../../../protocol/observation/plan.ts';
import type { Rehearsal } from '../../../protocol/observation/scope.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useVisit } from '../source.tsx';
import { figureOf } from './figures.ts';
import shared from '../../pages/shared/shared.module.css';
import css from './plan.module.css';

const verdicts = ['go', 'noGo'] as const;
const transports = ['udp', 'tcp', 'none'] as const;
type Transport = NonNullable<Rehearsal['transport']>;

/** A rehearsal written down by hand, with figures that somebody read off a device; the field camera records its own as measured. */
export function RehearsalDialog({ zone, onClose }: { readonly zone: Zone; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['visit', 'common']);
  const form = useId();
  const { run } = useVisit();
  const [verdict, setVerdict] = useState<Rehearsal['verdict']>();
  const [up, setUp] = useState('');
  const [down, setDown] = useState('');
  const [roundTrip, setRoundTrip] = useState('');
  const [transport, setTransport] = useState<Transport | ''>('');
  const [remark, setRemark] = useState('');
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const figures = { up: figureOf(up, 10_000), down: figureOf(down, 10_000), roundTrip: figureOf(roundTrip, 60_000) };
  const fault = (figure: number | undefined | 'fault'): string | undefined => (tried && figure === 'fault' ? t('rehearsals.figureMissing') : undefined);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const { up: upMbps, down: downMbps, roundTrip: roundTripMs } = figures;
    if (verdict === undefined || upMbps === 'fault' || downMbps === 'fault' || roundTripMs === 'fault' || busy) return;
    setBusy(true);
    const saved = await run('visit.rehearse', {
      zone: zone.id, verdict, remark,
      ...(upMbps === undefined ? {} : { upKbps: upMbps * 1_000 }), ...(downMbps === undefined ? {} : { downKbps: downMbps * 1_000 }),
      ...(roundTripMs === undefined ? {} : { roundTripMs }), ...(transport === '' ? {} : { transport }),
    });
    setBusy(false);
    if (saved !== undefined) onClose();
  };
  return (
    <Dialog
      title={t('rehearsals.recordIn', { name: zone.name })} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button type="submit" form={form} look="primary" busy={busy}>{t('common:save')}</Button></>}
    >
      <form id={form} className={shared['form']} noValidate onSubmit={(event) => void submit(event)}>
        <fieldset className={css['choices']} aria-describedby={tried && verdict === undefined ? `${form}-verdict` : undefined}>
          <legend>{t('rehearsals.verdict')}</legend>
          <div className={css['verdicts']}>
            {verdicts.map((one) => (
              <label key={one} className={css['verdict']}>
                <input type="radio" name={`${form}-verdict`} checked={verdict === one} onChange={() => setVerdict(one)} />{t(`rehearsals.${one}`)}
              </label>
            ))}
          </div>
          {tried && verdict === undefined && <p className={css['fault']} id={`${form}-verdict`} role="alert">{t('rehearsals.verdictMissing')}</p>}
        </fieldset>
        <div className={shared['pair']}>
          <TextField label={t('rehearsals.upMbps')} optional inputMode="decimal" value={up} onChange={setUp} error={fault(figures.up)} />
          <TextField label={t('rehearsals.downMbps')} optional inputMode="decimal" value={down} onChange={setDown} error={fault(figures.down)} />
          <TextField label={t('rehearsals.roundTripMs')} optional inputMode="decimal" value={roundTrip} onChange={setRoundTrip} error={fault(figures.roundTrip)} />
        </div>
        <Select<Transport | ''>
          label={t('rehearsals.way')} optional value={transport} onChange={setTransport}
          options={[{ value: '', label: t('rehearsals.notMeasured') }, ...transports.map((one) => ({ value: one, label: t(`rehearsals.transport.${one}`) }))]}
        />
        <TextArea label={t('rehearsals.remark')} optional rows={3} value={remark} maxLength={limits.remarkChars} onChange={setRemark} />
      </form>
    </Dialog>
  );
}
