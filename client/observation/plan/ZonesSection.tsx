import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Zone } from '../../../protocol/observation/plan.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useVisit } from '../source.tsx';
import { mayPlan } from './mayPlan.ts';
import { SentSwitch } from './SentSwitch.tsx';
import { ZoneDialog } from './ZoneDialog.tsx';
import css from './plan.module.css';

/** The parts of the premises: what they are, what to know before one films there, where nothing may be captured. */
export function ZonesSection(): ReactNode {
  const { t } = useTranslation('visit');
  const visit = useVisit();
  const zones = Object.values(visit.observation.plan.zones);
  const canPlan = mayPlan(visit);
  const [edits, setEdits] = useState<{ readonly zone?: Zone }>();
  const add = canPlan && <Button look="line" icon="plus" onClick={() => setEdits({})}>{t('zones.add')}</Button>;
  return (
    <>
      {zones.length === 0
        ? <EmptyState icon="grid" title={t('zones.none')} actions={add}>{canPlan ? t('zones.nonePlan') : t('zones.noneWait')}</EmptyState>
        : <ul className={css['list']}>{zones.map((zone) => <ZoneRow key={zone.id} zone={zone} canPlan={canPlan} onEdit={() => setEdits({ zone })} />)}</ul>}
      {zones.length > 0 && add && <div>{add}</div>}
      {edits && <ZoneDialog zone={edits.zone} onClose={() => setEdits(undefined)} />}
    </>
  );
}

function ZoneRow({ zone, canPlan, onEdit }: { readonly zone: Zone; readonly canPlan: boolean; readonly onEdit: () => void }): ReactNode {
  const { t } = useTranslation(['visit', 'common']);
  const { run } = useVisit();
  const [removes, setRemoves] = useState(false);
  return (
    <li className={css['row']}>
      <div className={css['words']}>
        <div className={css['head']}><b>{zone.name}</b>{zone.noRecord && <Chip tone="stop" icon="cameraOff">{t('zones.noRecord')}</Chip>}</div>
        <span className={css['meta']}>{t(`zoneKind.${zone.kind}`)}</span>
        {zone.remark !== '' && <p className={css['remark']}>{zone.remark}</p>}
      </div>
      {canPlan && (
        <Menu
          label={t('zones.menu', { name: zone.name })}
          groups={[{ id: 'zone', entries: [
            { id: 'edit', label: t('change'), icon: 'edit', onAction: onEdit },
            { id: 'remove', label: t('remove'), icon: 'trash', danger: true, onAction: () => setRemoves(true) },
          ] }]}
        />
      )}
      {canPlan && (
        <div className={css['below']}>
          <SentSwitch
            label={t('zones.noRecordSwitch', { name: zone.name })} hint={t('zones.noRecordHint')} checked={zone.noRecord}
            onChange={(noRecord) => run('visit.zone', { zone: zone.id, noRecord })}
          />
        </div>
      )}
      {removes && (
        <ConfirmDialog
          title={t('zones.removeTitle', { name: zone.name })} confirm={t('remove')} onClose={() => setRemoves(false)}
          onConfirm={() => {
            setRemoves(false);
            void run('visit.removeZone', { zone: zone.id });
          }}
        >
          {t('zones.removeText')}
        </ConfirmDialog>
      )}
    </li>
  );
}
