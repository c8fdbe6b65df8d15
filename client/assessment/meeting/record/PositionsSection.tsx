import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentPassage, inOrder } from '../../../../protocol/assessment/meeting/agenda.ts';
import type { Position } from '../../../../protocol/assessment/meeting/positions.ts';
import { limits } from '../../../../protocol/limits.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Switch } from '../../../ui/Field.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useMeeting } from '../source.tsx';
import { useNames, useStamp } from '../useNames.ts';
import shared from '../../../pages/shared/shared.module.css';
import css from '../meeting.module.css';

/** What each delegation has tabled, and what one's own prepares. */
export function PositionsSection(): ReactNode {
  const { t } = useTranslation('meeting');
  const { assessment: { positions }, session, may } = useMeeting();
  const [edits, setEdits] = useState<{ readonly position?: Position }>();
  const all = Object.values(positions).toSorted((a, b) => a.at - b.at);
  const add = may('position.write') && session.phase !== 'ended' && <div><Button look="line" icon="plus" onClick={() => setEdits({})}>{t('position.add')}</Button></div>;
  return (
    <>
      {all.length === 0
        ? <EmptyState icon="edit" title={t('position.none')} actions={add}>{t('position.noneText')}</EmptyState>
        : <ul className={css['cards']} aria-label={t('position.title')}>{all.map((one) => <PositionCard key={one.id} position={one} onEdit={() => setEdits({ position: one })} />)}</ul>}
      {all.length > 0 && add}
      {edits && <PositionDialog position={edits.position} onClose={() => setEdits(undefined)} />}
    </>
  );
}

function PositionCard({ position, onEdit }: { readonly position: Position; readonly onEdit: () => void }): ReactNode {
  const { t } = useTranslation('meeting');
  const { me, session, may, run } = useMeeting();
  const { side, item, person } = useNames();
  const stamp = useStamp();
  const isOurs = position.side === me.administration && may('position.write') && session.phase !== 'ended';
  const { id, text, tabled } = position;
  return (
    <li className={css['card']}>
      <div className={css['head']}>
        <h3>{side(position.side)}</h3>
        {!tabled && <Chip tone="warn" icon="lock">{t('position.private')}</Chip>}
        <span className={css['push']} />
        {isOurs && (
          <Menu
            label={t('position.menu')}
            groups={[{ id: 'position', entries: [
              { id: 'edit', label: t('change'), icon: 'edit', onAction: onEdit },
              { id: 'remove', label: t('remove'), icon: 'trash', danger: true, onAction: () => void run('position.remove', { position: id }) },
            ] }]}
          />
        )}
      </div>
      <p className={css['text']}>{text}</p>
      <span className={css['about']}>{[position.item === undefined ? '' : item(position.item), person(position.by), stamp(position.at)].filter((one) => one !== '').join(' · ')}</span>
      {isOurs && !tabled && (
        <div><Button look="primary" className={css['small']} onClick={() => void run('position.write', { position: id, text, tabled: true, ...(position.item === undefined ? {} : { item: position.item }) })}>{t('position.table')}</Button></div>
      )}
    </li>
  );
}

function PositionDialog({ position, onClose }: { readonly position: Position | undefined; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['meeting', 'common']);
  const form = useId();
  const { assessment: { agenda }, run } = useMeeting();
  const [text, setText] = useState(position?.text ?? '');
  const [item, setItem] = useState(position?.item ?? (position ? '' : currentPassage(agenda)?.item ?? ''));
  const [tabled, setTabled] = useState(position?.tabled ?? false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (text.trim() === '' || busy) return;
    setBusy(true);
    const saved = await run('position.write', { text, tabled, ...(position ? { position: position.id } : {}), ...(item === '' ? {} : { item }) });
    setBusy(false);
    if (saved) onClose();
  };
  return (
    <Dialog
      title={t(position ? 'position.changeTitle' : 'position.add')} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button type="submit" form={form} look="primary" busy={busy}>{t('common:save')}</Button></>}
    >
      <form id={form} className={shared['form']} noValidate onSubmit={(event) => void submit(event)}>
        <TextArea label={t('position.text')} value={text} rows={5} maxLength={limits.meetingTextChars} onChange={setText} {...(tried && text.trim() === '' ? { error: t('textMissing') } : {})} />
        <Select label={t('outcome.item')} value={item} onChange={setItem} options={[{ value: '', label: t('noItem') }, ...inOrder(agenda).map((one) => ({ value: one.id, label: one.title }))]} />
        {position?.tabled !== true && <Switch label={t('position.tableNow')} hint={t('position.tableHint')} checked={tabled} onChange={setTabled} />}
      </form>
    </Dialog>
  );
}
