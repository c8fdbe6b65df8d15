import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveSnapshot, useMe, useSession } from '../../live/context.tsx';
import { cx } from '../../ui/cx.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { capabilityOf } from '../capability.ts';
import { useCell, useCellPart } from '../live/cell.ts';
import { useRoom } from '../live/context.tsx';
import { useBox } from '../live/useBox.ts';
import { useCompact } from '../live/useMatch.ts';
import { arrange } from './arrange.ts';
import type { Arrangement } from './arrange.ts';
import { Pager } from './Pager.tsx';
import { nextSubject, peopleHere, planStage, subjectsHere } from './plan.ts';
import type { StagePlan, Subject } from './plan.ts';
import { StageHead } from './StageHead.tsx';
import { SubjectView } from './SubjectView.tsx';
import { Tile } from './Tile.tsx';
import css from './Stage.module.css';

/** What everybody looks at: people, or a page or a share with the people beside it. */
export function Stage({ children }: { readonly children?: ReactNode }): ReactNode {
  const { t } = useTranslation('room');
  const box = useRef<HTMLDivElement>(null);
  const size = useBox(box);
  const compact = useCompact();
  const { plan, subjects } = usePlan();
  const [page, setPage] = useState(0);
  const arrangement = arrange({ box: size, plan, page, compact });
  const measured = size.width > 0;
  return (
    <main className={css['stage']} aria-label={t('stage.label')}>
      <StageHead plan={plan} subjects={subjects} />
      <div ref={box} className={css['floor']}>
        {measured && plan.view === 'subject' && arrangement.subject && <SubjectView key={plan.subject.key} subject={plan.subject} rect={arrangement.subject} />}
        {measured && (
          <ul className={css['people']} aria-label={t('stage.people')}>
            {arrangement.tiles.map((tile) => <Tile key={tile.id} id={tile.id} rect={tile.rect} size={tile.size} />)}
          </ul>
        )}
        {measured && arrangement.pager && <Pager rect={arrangement.pager} kind={pagerKind(plan, arrangement)} page={arrangement.page} pages={arrangement.pages} onPage={setPage} />}
        {measured && plan.view === 'grid' && plan.people.length === 1 && <p className={cx(css['alone'])}>{t('stage.alone')}</p>}
      </div>
      {children}
    </main>
  );
}

function usePlan(): { readonly plan: StagePlan; readonly subjects: readonly Subject[] } {
  const room = useRoom();
  const me = useMe();
  const state = useLiveSnapshot((snapshot) => snapshot.state, sameStage);
  const main = useSession(useCallback((now: SessionState) => capabilityOf(now.session.kind).mainPicture?.(now, me.room), [me.room]));
  const own = useCell(room.view);
  const speaker = useCellPart(room.speaking.hold, (hold) => hold.current);
  const subjects = state ? subjectsHere(state, me.room) : [];
  const people = state ? peopleHere(state, me.room).map((one) => one.id) : [];
  const stage = state?.stages[me.room];

  // What has just begun becomes large; what was chosen stays while it lasts.
  const keys = subjects.map((one) => one.key).join(' ');
  const before = useRef<readonly string[]>([]);
  useEffect(() => {
    const now = keys === '' ? [] : keys.split(' ');
    room.view.change((view) => {
      const subject = nextSubject(view.subject, before.current, now);
      return subject === view.subject ? view : { ...view, subject };
    });
    before.current = now;
  }, [keys, room]);

  // A host who sets the view for everybody means everybody; afterwards each may choose again.
  const pushed = `${me.room} ${stage?.layout ?? 'auto'} ${stage?.pinned.join(' ') ?? ''}`;
  const lastPushed = useRef(pushed);
  useEffect(() => {
    if (lastPushed.current === pushed) return;
    lastPushed.current = pushed;
    room.view.change(({ subject }) => ({ pinned: [], subject }));
  }, [pushed, room]);

  return { plan: planStage({ people, subjects, stage, own, speaker, main }), subjects };
}

function pagerKind(plan: StagePlan, { pager }: Arrangement): 'grid' | 'row' | 'column' {
  if (plan.view === 'grid' || !pager) return 'grid';
  return pager.width >= pager.height ? 'row' : 'column';
}

function sameStage(a: SessionState | undefined, b: SessionState | undefined): boolean {
  return a?.participants === b?.participants && a?.publications === b?.publications && a?.stages === b?.stages;
}
