import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Zone } from '../../../protocol/observation/plan.ts';
import type { Rehearsal } from '../../../protocol/observation/scope.ts';
import { bandwidth } from '../../room/readiness/verdict.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Times } from '../../ui/Times.tsx';
import { useVisit } from '../source.tsx';
import { RehearsalDialog } from './RehearsalDialog.tsx';
import css from './plan.module.css';

/** What was found when each zone was walked through with the camera before the visit. */
export function RehearsalsSection(): ReactNode {
  const { t } = useTranslation('visit');
  const { observation: { plan, scope }, session, may } = useVisit();
  const [records, setRecords] = useState<Zone>();
  const zones = Object.values(plan.zones);
  const mayRecord = session.phase !== 'ended' && may('inspection.run');
  if (zones.length === 0) return <EmptyState icon="gauge" title={t('rehearsals.noZones')}>{t('rehearsals.noZonesText')}</EmptyState>;
  return (
    <>
      <ul className={css['list']}>
        {zones.map((zone) => (
          <li key={zone.id} className={`${css['row']} ${css['stacked']}`}>
            <RehearsalWords zone={zone} rehearsal={scope.rehearsals[zone.id]} />
            {mayRecord && (
              <div className={css['tools']}>
                <Button look="line" aria-label={t('rehearsals.recordIn', { name: zone.name })} onClick={() => setRecords(zone)}>{t('rehearsals.record')}</Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {records && <RehearsalDialog zone={records} onClose={() => setRecords(undefined)} />}
    </>
  );
}

function RehearsalWords({ zone, rehearsal }: { readonly zone: Zone; readonly rehearsal: Rehearsal | undefined }): ReactNode {
  const { t } = useTranslation('visit');
  const { participants, session } = useVisit();
  const figures = rehearsal && [
    rehearsal.transport && t(`rehearsals.transport.${rehearsal.transport}`),
    rehearsal.upKbps === undefined ? undefined : t('rehearsals.up', { value: bandwidth(rehearsal.upKbps) }),
    rehearsal.downKbps === undefined ? undefined : t('rehearsals.down', { value: bandwidth(rehearsal.downKbps) }),
    rehearsal.roundTripMs === undefined ? undefined : t('rehearsals.roundTrip', { value: Math.round(rehearsal.roundTripMs) }),
  ].filter((part) => part !== undefined);
  return (
    <div className={css['words']}>
      <div className={css['head']}>
        <b>{zone.name}</b>
        {rehearsal
          ? <Chip tone={rehearsal.verdict === 'go' ? 'ok' : 'stop'}>{t(`rehearsals.${rehearsal.verdict}`)}</Chip>
          : <Chip icon="clock">{t('rehearsals.notYet')}</Chip>}
      </div>
      {figures && <span className={css['meta']}>{figures.length === 0 ? t('rehearsals.notMeasured') : figures.join(' · ')}</span>}
      {rehearsal && rehearsal.remark !== '' && <p className={css['remark']}>{rehearsal.remark}</p>}
      {rehearsal && (
        <span className={css['meta']}>
          <Times start={rehearsal.at} end={rehearsal.at} zone={session.zone} withDay /> · {participants[rehearsal.by]?.name}
        </span>
      )}
    </div>
  );
}
