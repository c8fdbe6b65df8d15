import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { captureBar } from '../../../protocol/observation/consents.ts';
import { Modal } from '../../room/parts/Modal.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useVisit } from '../source.tsx';
import { stateOf } from './zoneState.ts';
import css from './ZoneSheet.module.css';

/** Where the camera is: one press, on a large list, with what may be captured in each zone. */
export function ZoneSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('camera');
  const { me, observation: { plan, consents, cameras }, run } = useVisit();
  const here = cameras.places[me.id];
  const choose = (zone: string | null): void => {
    onClose();
    void run('camera.place', { zone });
  };
  const zones = Object.values(plan.zones);
  return (
    <Modal kind="sheet" title={t('zone.choose')} onClose={onClose}>
      <ul className={css['zones']}>
        {zones.length === 0 && <li className={css['none']}>{t('zone.none')}</li>}
        {zones.map((zone) => {
          const state = stateOf(captureBar(plan, consents, zone.id));
          return (
            <li key={zone.id}>
              <button type="button" className={css['zone']} aria-pressed={zone.id === here} onClick={() => choose(zone.id)}>
                <span className={css['name']}>{zone.name}</span>
                <span className={css['state']} data-tone={state.tone}><Icon name={state.icon} size={18} />{t(`may.${state.word}`)}</span>
                {zone.remark !== '' && <span className={css['remark']}>{zone.remark}</span>}
              </button>
            </li>
          );
        })}
        {here !== undefined && <li><button type="button" className={css['between']} onClick={() => choose(null)}>{t('zone.between')}</button></li>}
      </ul>
    </Modal>
  );
}
