import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StageId } from '../../../../protocol/assessment/case/ids.ts';
import { stageStates } from '../../../../protocol/assessment/case/plan.ts';
import type { StageState } from '../../../../protocol/assessment/case/plan.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { useCase } from '../source.tsx';
import { useForm } from '../useForm.ts';
import { useStageName } from '../useStages.ts';
import shared from '../../../pages/shared/shared.module.css';

/** How far a stage is, and when it is planned. */
export function StageDialog({ stage, onClose }: { readonly stage: StageId; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('case');
  const name = useStageName();
  const { file: { plan }, send } = useCase();
  const now = plan.stages[stage];
  const [state, setState] = useState<StageState>(now?.state ?? 'ahead');
  const [from, setFrom] = useState(now?.from);
  const [to, setTo] = useState(now?.to);
  const isTurned = from !== undefined && to !== undefined && to < from;
  const form = useForm(isTurned ? undefined : () => send('case.stage', { stage, state, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }), onClose);
  return (
    <FormDialog title={name(stage)} form={form} onClose={onClose}>
      <Select label={t('stages.how')} value={state} onChange={setState} options={stageStates.map((one) => ({ value: one, label: t(`stages.state.${one}`) }))} />
      <div className={shared['pair']}>
        <DateField label={t('stages.from')} optional value={from} onChange={setFrom} />
        <DateField label={t('stages.to')} optional value={to} onChange={setTo} {...(form.tried && isTurned ? { error: t('stages.turned') } : {})} />
      </div>
    </FormDialog>
  );
}
