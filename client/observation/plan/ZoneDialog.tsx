import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import { zoneKinds } from '../../../protocol/observation/plan.ts';
import type { Zone, ZoneKind } from '../../../protocol/observation/plan.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Switch, TextField } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useVisit } from '../source.tsx';
import { useTyped } from './typed.ts';
import shared from '../../pages/shared/shared.module.css';

type ZoneForm = Omit<Zone, 'id'>;
const blank: ZoneForm = { kind: 'warehouse', name: '', noRecord: false, remark: '' };

/** A new zone, or what is changed of one. Stays open with what was typed when it is refused. */
export function ZoneDialog({ zone, onClose }: { readonly zone: Zone | undefined; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['visit', 'common']);
  const form = useId();
  const { observation, run } = useVisit();
  // The zone as it is now, not as it was when the dialog was opened.
  const { id: _id, ...now }: ZoneForm & { readonly id?: string } = (zone && observation.plan.zones[zone.id]) ?? zone ?? blank;
  const { value, set, changes } = useTyped<ZoneForm>(now);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const nameless = value.name.trim() === '';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (nameless || busy) return;
    setBusy(true);
    const saved = await run('visit.zone', zone ? { zone: zone.id, ...changes } : value);
    setBusy(false);
    if (saved !== undefined) onClose();
  };
  return (
    <Dialog
      title={zone ? t('zones.changeTitle', { name: zone.name }) : t('zones.add')} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button type="submit" form={form} look="primary" busy={busy}>{t('common:save')}</Button></>}
    >
      <form id={form} className={shared['form']} noValidate onSubmit={(event) => void submit(event)}>
        <Select<ZoneKind>
          label={t('zones.kind')} value={value.kind} onChange={(kind) => set('kind', kind)}
          options={zoneKinds.map((kind) => ({ value: kind, label: t(`zoneKind.${kind}`) }))}
        />
        <TextField
          label={t('zones.name')} hint={t('zones.nameHint')} value={value.name} maxLength={limits.nameChars} onChange={(name) => set('name', name)}
          error={tried && nameless ? t('zones.nameMissing') : undefined}
        />
        <TextArea
          label={t('zones.remark')} hint={t('zones.remarkHint')} optional rows={3} value={value.remark} maxLength={limits.remarkChars}
          onChange={(remark) => set('remark', remark)}
        />
        <Switch label={t('zones.noRecord')} hint={t('zones.noRecordHint')} checked={value.noRecord} onChange={(noRecord) => set('noRecord', noRecord)} />
      </form>
    </Dialog>
  );
}
