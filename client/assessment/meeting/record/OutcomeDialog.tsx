import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentPassage, inOrder } from '../../../../protocol/assessment/meeting/agenda.ts';
import { newestOf } from '../../../../protocol/assessment/meeting/outcomes.ts';
import type { Outcome, OutcomeKind } from '../../../../protocol/assessment/meeting/outcomes.ts';
import { limits } from '../../../../protocol/limits.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useMeeting } from '../source.tsx';
import { dayOf, noonOf } from '../useNames.ts';
import shared from '../../../pages/shared/shared.module.css';

interface Props {
  readonly kind: OutcomeKind;
  readonly outcome: Outcome | undefined;
  readonly onClose: () => void;
}

/** A decision or an action is proposed, or gets another text: a new version, about which all are asked again. */
export function OutcomeDialog({ kind, outcome, onClose }: Props): ReactNode {
  const { t } = useTranslation(['meeting', 'common']);
  const form = useId();
  const { assessment: { agenda, outcomes }, delegations, run } = useMeeting();
  // What was there when one began; somebody else may write a newer version meanwhile.
  const [began] = useState(() => outcome && newestOf(outcome));
  const [text, setText] = useState(began?.text ?? '');
  const [owner, setOwner] = useState(began?.owner ?? '');
  const [due, setDue] = useState(began?.due === undefined ? undefined : dayOf(began.due));
  const [item, setItem] = useState(outcome?.item ?? currentPassage(agenda)?.item ?? '');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const now = outcome && outcomes[outcome.id];
  const newer = began && now && newestOf(now).number !== began.number ? newestOf(now) : undefined;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (text.trim() === '' || busy) return;
    setBusy(true);
    const body = { text, ...(kind === 'action' && owner !== '' ? { owner } : {}), ...(kind === 'action' && due !== undefined ? { due: noonOf(due) } : {}) };
    const saved = await (outcome && began
      ? run('outcome.change', { outcome: outcome.id, base: newer?.number ?? began.number, ...body })
      : run('outcome.propose', { kind, ...(item === '' ? {} : { item }), ...body }));
    setBusy(false);
    if (saved) onClose();
  };
  return (
    <Dialog
      title={t(outcome ? `${kind}.changeTitle` : `${kind}.propose`)} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button type="submit" form={form} look="primary" busy={busy}>{t(newer ? 'outcome.saveOver' : 'common:save')}</Button></>}
    >
      <form id={form} className={shared['form']} noValidate onSubmit={(event) => void submit(event)}>
        {began?.asks && <Banner>{t('outcome.asksAgain')}</Banner>}
        {newer && <Banner tone="warn" role="status">{t('outcome.newer', { number: newer.number, text: newer.text })}</Banner>}
        <TextArea label={t(`${kind}.text`)} value={text} rows={5} maxLength={limits.meetingTextChars} onChange={setText} {...(tried && text.trim() === '' ? { error: t('textMissing') } : {})} />
        {kind === 'action' && (
          <div className={shared['pair']}>
            <Select label={t('action.owner')} value={owner} onChange={setOwner} options={[{ value: '', label: t('nobody') }, ...delegations.map((one) => ({ value: one.id, label: one.name }))]} />
            <DateField label={t('action.until')} optional value={due} onChange={setDue} />
          </div>
        )}
        {!outcome && (
          <Select label={t('outcome.item')} value={item} onChange={setItem} options={[{ value: '', label: t('noItem') }, ...inOrder(agenda).map((one) => ({ value: one.id, label: one.title }))]} />
        )}
      </form>
    </Dialog>
  );
}
