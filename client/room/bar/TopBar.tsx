import type { ReactNode } from 'react';
import { Suspense, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { FLOOR } from '../../../protocol/live/ids.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useLive, useMay, useMe, useSession } from '../../live/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Clocks } from '../../ui/Times.tsx';
import { useRoomName } from '../rooms/useRoomName.ts';
import { useBarParts } from '../stageViews.ts';
import { Elapsed } from './Elapsed.tsx';
import { LineChip } from './LineChip.tsx';
import css from './TopBar.module.css';

/** Where one is and how it goes: quiet, always there, nothing that moves but the figures. */
export function TopBar({ end }: { readonly end?: ReactNode }): ReactNode {
  const { t } = useTranslation(['room', 'kinds']);
  const session = useSession((state) => state.session);
  return (
    <header className={css['bar']}>
      <h1 className={css['title']} title={session.title}>{session.title}</h1>
      <span className={css['wide']}><Chip tone="accent">{t(`kinds:kind.${session.kind}`)}</Chip></span>
      {session.locked && <Chip icon="lock"><span className={css['word']}>{t('locked')}</span></Chip>}
      <WhereChip />
      <FloorChip />
      <KindParts />
      <div className={css['slot']}><Elapsed session={session} /></div>
      <StartButton />
      <div className={css['spacer']} />
      <div className={css['clock']}><Clocks zone={session.zone} /></div>
      <LineChip />
      {end}
    </header>
  );
}

/** Whose role is silent sees all the time that they may speak. */
function FloorChip(): ReactNode {
  const { t } = useTranslation('room');
  return useMe().hasFloor ? <Chip tone="accent" icon="microphone">{t('where.hasFloor')}</Chip> : null;
}

/** What the kind of session says here. */
function KindParts(): ReactNode {
  return useBarParts().map(({ id, Content }) => <Suspense key={id}><Content /></Suspense>);
}

/** Shown in a side room, with the way back to where everybody is. */
function WhereChip(): ReactNode {
  const { t } = useTranslation('room');
  const live = useLive();
  const room = useMe().room;
  const name = useRoomName()(useSession(useCallback((state: SessionState) => state.rooms[room], [room])));
  if (room === FLOOR) return null;
  return (
    <span className={css['where']}>
      <Chip tone="accent" icon="rooms"><span className={css['here']}>{t('where.inRoom', { name })}</span></Chip>
      <Button look="quiet" icon="back" className={css['back']} aria-label={t('where.back')} onClick={() => void live.command('room.enter', { room: FLOOR })}>
        <span className={css['word']}>{t('where.back')}</span>
      </Button>
    </span>
  );
}

/** Until it is pressed people may come in and talk; the clock of the session does not run. */
function StartButton(): ReactNode {
  const { t } = useTranslation('room');
  const live = useLive();
  const open = useSession((state) => state.session.phase === 'open');
  const mayManage = useMay('session.manage');
  if (!open || !mayManage) return null;
  return <Button look="primary" className={css['start']} onClick={() => void live.command('session.start', {})}>{t('start')}</Button>;
}
