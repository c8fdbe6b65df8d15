import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentState } from '../../../protocol/observation/consents.ts';
import type { Zone } from '../../../protocol/observation/plan.ts';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { toast } from '../../ui/Toast.tsx';
import { useVisit } from '../source.tsx';
import { useStamp } from '../useStamp.ts';
import { ConsentButtons, ConsentChip } from './ConsentButtons.tsx';
import { mayConsent, mayGive } from './mayConsent.ts';
import css from './consent.module.css';
import plan from '../plan/plan.module.css';

/** The operator's consent for each zone, which everybody inside may see. */
export function ZoneConsents(): ReactNode {
  const { t } = useTranslation('visit');
  const { observation } = useVisit();
  const zones = Object.values(observation.plan.zones);
  if (zones.length === 0) return <EmptyState icon="grid" title={t('zones.none')}>{t('consent.noZones')}</EmptyState>;
  return <ul className={plan['list']}>{zones.map((zone) => <ZoneConsent key={zone.id} zone={zone} />)}</ul>;
}

function ZoneConsent({ zone }: { readonly zone: Zone }): ReactNode {
  const { t } = useTranslation('visit');
  const visit = useVisit();
  const stamp = useStamp();
  const consent = visit.observation.consents.zones[zone.id];
  const choose = async (state: ConsentState): Promise<void> => {
    const done = await visit.run('consent.zone', { zone: zone.id, state });
    if (done !== undefined && state !== 'given') toast(t('consent.zoneEnded', { name: zone.name }), 'cameraOff');
  };
  return (
    <li className={`${plan['row']} ${plan['stacked']}`}>
      <div className={plan['words']}>
        <b>{zone.name}</b>
        <div className={plan['head']}>
          {zone.noRecord ? <Chip tone="stop" icon="cameraOff">{t('zones.noRecord')}</Chip> : <ConsentChip state={consent?.state} />}
          {consent && !zone.noRecord && <time className={plan['meta']} dateTime={stamp(consent.at).iso} title={stamp(consent.at).both}>{stamp(consent.at).own}</time>}
        </div>
        {zone.noRecord && <p className={plan['remark']}>{t('zones.noRecordText')}</p>}
      </div>
      {mayConsent(visit) && mayGive(visit, consent) && !zone.noRecord && <div className={css['end']}><ConsentButtons of={zone.name} state={consent?.state} onChoose={(state) => void choose(state)} /></div>}
    </li>
  );
}
