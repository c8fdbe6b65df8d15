import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentPassage, inOrder } from '../../../../protocol/assessment/meeting/agenda.ts';
import type { AgendaItem } from '../../../../protocol/assessment/meeting/agenda.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { ClockLine } from '../ClockLine.tsx';
import { useMeeting } from '../source.tsx';
import { useNames, useStamp } from '../useNames.ts';
import { ItemDialog } from './ItemDialog.tsx';
import css from '../meeting.module.css';

/** The agenda: what is under way, what comes, and for who plans it everything else. The chair moves it, in the room. */
export function AgendaView(): ReactNode {
  const { t } = useTranslation('meeting');
  const { assessment: { agenda }, session, may, run, isLive } = useMeeting();
  const [edits, setEdits] = useState<{ readonly item?: AgendaItem }>();
  const items = inOrder(agenda);
  const passage = currentPassage(agenda);
  const plans = may('meeting.plan') && session.phase !== 'ended';
  const leads = isLive && may('meeting.lead');
  const next = items[items.findIndex((one) => one.id === passage?.item) + 1];
  const add = plans && <div><Button look="line" icon="plus" onClick={() => setEdits({})}>{t('agenda.add')}</Button></div>;
  return (
    <>
      {isLive && passage && (
        <section className={css['now']} aria-label={t('agenda.now')}>
          <span className={css['label']}>{t('agenda.now')}</span>
          <h3>{passage.title}</h3>
          <ClockLine since={passage.from} minutes={agenda.items[passage.item]?.minutes} />
        </section>
      )}
      {leads && items.length > 0 && (
        <div className={css['lead']}>
          {next && <Button look="primary" icon="next" wide onClick={() => void run('agenda.begin', { item: next.id })}>{t('agenda.begin', { title: next.title })}</Button>}
          {passage && <Button look="line" wide onClick={() => void run('agenda.begin', { item: null })}>{t('agenda.end')}</Button>}
        </div>
      )}
      {items.length === 0
        ? <EmptyState icon="calendar" title={t('agenda.none')} actions={add}>{t(plans ? 'agenda.nonePlan' : 'agenda.noneWait')}</EmptyState>
        : <ol className={css['list']} aria-label={t('agenda.title')}>{items.map((item, index) => <Row key={item.id} item={item} index={index} leads={leads} plans={plans} onEdit={() => setEdits({ item })} />)}</ol>}
      {items.length > 0 && add}
      {edits && <ItemDialog item={edits.item} onClose={() => setEdits(undefined)} />}
    </>
  );
}

interface RowProps {
  readonly item: AgendaItem;
  readonly index: number;
  readonly leads: boolean;
  readonly plans: boolean;
  readonly onEdit: () => void;
}

function Row({ item, index, leads, plans, onEdit }: RowProps): ReactNode {
  const { t } = useTranslation(['meeting', 'common']);
  const { assessment: { agenda }, decks, run } = useMeeting();
  const { side } = useNames();
  const stamp = useStamp();
  const isNow = currentPassage(agenda)?.item === item.id;
  const passages = agenda.passages.filter((one) => one.item === item.id);
  const went = passages.map((one) => `${stamp(one.from)}${one.to === undefined ? '' : `–${stamp(one.to)}`}`).join(', ');
  const about = [t('duration', { count: item.minutes }), item.owner === undefined ? undefined : t('agenda.owner', { side: side(item.owner) })].filter((part) => part !== undefined);
  const move = (by: number): void => {
    const order = agenda.order.filter((one) => one !== item.id);
    order.splice(index + by, 0, item.id);
    void run('agenda.order', { items: order });
  };
  return (
    <li className={css['row']} aria-current={isNow ? 'step' : undefined}>
      <span className={css['number']}>{index + 1}</span>
      <div className={css['words']}>
        <div className={css['head']}><b>{item.title}</b>{isNow ? <Chip tone="accent" icon="clock">{t('agenda.now')}</Chip> : passages.length > 0 && <Chip tone="ok">{t('agenda.done')}</Chip>}</div>
        <span className={css['about']}>{about.join(' · ')}</span>
        {went !== '' && <span className={css['about']}>{t('agenda.went', { times: went })}</span>}
        {item.decks.length > 0 && <span className={css['about']}>{t('agenda.documents', { names: item.decks.map((one) => decks[one]?.title ?? t('unknown')).join(', ') })}</span>}
      </div>
      <div className={css['tools']}>
        {leads && !isNow && <Button look="quiet" className={css['small']} aria-label={t('agenda.begin', { title: item.title })} onClick={() => void run('agenda.begin', { item: item.id })}>{t('agenda.beginThis')}</Button>}
        {plans && (
          <Menu
            label={t('agenda.menu', { title: item.title })}
            groups={[{ id: 'item', entries: [
              { id: 'edit', label: t('change'), icon: 'edit', onAction: onEdit },
              { id: 'up', label: t('up'), icon: 'up', disabled: index === 0, onAction: () => move(-1) },
              { id: 'down', label: t('down'), icon: 'down', disabled: index === agenda.order.length - 1, onAction: () => move(1) },
              { id: 'remove', label: t('remove'), icon: 'trash', danger: true, onAction: () => void run('agenda.removeItem', { item: item.id }) },
            ] }]}
          />
        )}
      </div>
    </li>
  );
}
