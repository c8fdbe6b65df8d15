import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grouping } from '../../../protocol/class/groups.ts';
import { FLOOR } from '../../../protocol/live/ids.ts';
import { useMay, useMe, useSession } from '../../live/context.tsx';
import { useCommand } from '../../room/live/useCommand.ts';
import { duration } from '../../room/time.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useClass } from '../useClass.ts';
import { nextGroup } from './next.ts';
import { useTimeLeft, WARNING_MS } from './useGroupClock.ts';
import css from './Groups.module.css';

/** Between the bar and the stage while groups are at work: the time they have, help, and the last word to all. */
export default function GroupStrip(): ReactNode {
  const { t } = useTranslation('class');
  const { groups: { open } } = useClass();
  const leads = useMay('class.lead');
  const left = useTimeLeft();
  if (!open) return null;
  return (
    <section data-groups aria-label={t('strip.label')} className={cx(css['strip'], left !== undefined && left <= WARNING_MS && css['ending'])}>
      <div className={css['row']}>{leads ? <Lead open={open} left={left} /> : <Member open={open} left={left} />}</div>
      <LastWord />
    </section>
  );
}

interface PartProps {
  readonly open: Grouping;
  readonly left: number | undefined;
}

function Clock({ left }: Pick<PartProps, 'left'>): ReactNode {
  const { t } = useTranslation('class');
  if (left === undefined) return null;
  return <span role="timer" aria-label={t('strip.timeLeft')} className={css['timer']}><Icon name="clock" size={18} /><b>{duration(left)}</b><span className={css['word']}>{t('groups.left')}</span></span>;
}

/** Whoever belongs to a group: in it, or on the way there. */
function Member({ open, left }: PartProps): ReactNode {
  const { t } = useTranslation('class');
  const run = useCommand();
  const me = useMe();
  const answers = useMay('class.answer');
  const rooms = useSession((state) => state.rooms);
  const own = open.groups.flatMap((group) => rooms[group] ?? []).find((room) => room.members.includes(me.id));
  const here = open.groups.includes(me.room) ? rooms[me.room] : undefined;
  if (!here) {
    return (
      <>
        <span className={css['about']}><Icon name="rooms" /><b>{own ? t('strip.yourGroup', { name: own.name }) : t('strip.atWork', { count: open.groups.length })}</b></span>
        <Clock left={left} />
        {own && <Button look="primary" icon="door" onClick={() => void run('room.enter', { room: own.id })}>{t('strip.goIn')}</Button>}
      </>
    );
  }
  const asks = open.calls[here.id] !== undefined;
  return (
    <>
      <span className={css['about']}><Icon name="rooms" /><b>{here.name}</b></span>
      <Clock left={left} />
      {asks && <span role="status" className={css['asked']}>{t('strip.asked')}</span>}
      {answers && <Button look={asks ? 'quiet' : 'line'} className={cx(!asks && css['solid'])} icon={asks ? 'close' : 'help'} onClick={() => void run('group.call', { asks: !asks })}>{t(asks ? 'strip.unask' : 'strip.ask')}</Button>}
    </>
  );
}

/** Whoever goes round: the next group is one press away, a group that calls before all others. */
function Lead({ open, left }: PartProps): ReactNode {
  const { t } = useTranslation('class');
  const run = useCommand();
  const me = useMe();
  const rooms = useSession((state) => state.rooms);
  const next = nextGroup(open, me.room);
  const calling = open.groups.filter((group) => open.calls[group]);
  const here = me.room === FLOOR ? undefined : rooms[me.room];
  const nextName = next === undefined ? '' : rooms[next]?.name ?? '';
  return (
    <>
      <span className={css['about']}><Icon name="rooms" /><b>{here?.name ?? t('strip.atWork', { count: open.groups.length })}</b></span>
      <Clock left={left} />
      {calling.length > 0 && (
        <span className={css['calls']}><Icon name="help" size={18} />{t('strip.calls', { count: calling.length, name: rooms[calling[0]!]?.name ?? '' })}</span>
      )}
      <span className={css['round']}>
        {next !== undefined && (
          <Button look={calling.length > 0 ? 'primary' : 'line'} className={cx(calling.length === 0 && css['solid'])} icon="next" aria-label={t('strip.visit', { name: nextName })} onClick={() => void run('group.visit', { group: next })}>
            <span className={css['cut']}>{nextName}</span>
          </Button>
        )}
        <Button look="line" className={cx(css['solid'])} icon="back" aria-label={t('groups.close')} onClick={() => void run('groups.close', {})}><span className={css['word']}>{t('groups.close')}</span></Button>
      </span>
    </>
  );
}

function LastWord(): ReactNode {
  const { t } = useTranslation(['class', 'common']);
  const { groups: { word } } = useClass();
  const participants = useSession((state) => state.participants);
  const [read, setRead] = useState<string>();
  if (!word || word.id === read) return null;
  return (
    <div className={css['said']}>
      <Icon name="speaker" size={18} />
      <p><b>{t('strip.toAll', { name: participants[word.by]?.name ?? '' })}</b> {word.text}</p>
      <IconButton icon="close" label={t('common:close')} onClick={() => setRead(word.id)} />
    </div>
  );
}
