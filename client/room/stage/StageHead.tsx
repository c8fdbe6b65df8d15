import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useMe, useSession } from '../../live/context.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useCell } from '../live/cell.ts';
import { useRoom } from '../live/context.tsx';
import { followsRoom, isPushed } from './plan.ts';
import type { StagePlan, Subject } from './plan.ts';
import { useSubjectName } from './useSubjectName.ts';
import css from './StageHead.module.css';

/** Above the stage, only when there is something to choose or to know: what is large, and whose view this is. */
export function StageHead({ plan, subjects }: { readonly plan: StagePlan; readonly subjects: readonly Subject[] }): ReactNode {
  const { t } = useTranslation('room');
  const room = useRoom();
  const me = useMe();
  const view = useCell(room.view);
  const pushed = useSession(useCallback((state: SessionState) => {
    const stage = state.stages[me.room];
    return stage !== undefined && isPushed(stage);
  }, [me.room]));
  const nameOf = useSubjectName();
  const own = view.layout !== undefined || view.pinned.length > 0;
  const hidden = plan.view !== 'subject' && subjects.length > 0;
  const choice = subjects.length > 1 || hidden;
  if (!choice && !own && !pushed) return null;
  return (
    <div className={css['head']}>
      {choice && (
        <div role="group" aria-label={t('stage.shown')} className={css['choice']}>
          {subjects.map((subject) => (
            <button
              key={subject.key} type="button" aria-pressed={plan.view === 'subject' && plan.subject.key === subject.key}
              onClick={() => room.view.change((before) => ({ ...before, pinned: [], subject: subject.key, ...(hidden ? { layout: 'auto' as const } : {}) }))}
            >
              <Icon name={subject.kind === 'page' ? 'slides' : subject.publication.source === 'screen' ? 'screen' : 'documentCamera'} size={18} />
              <span>{nameOf(subject)}</span>
            </button>
          ))}
        </div>
      )}
      <span className={css['space']} />
      {own
        ? <button type="button" className={css['back']} onClick={() => room.view.change(({ subject }) => ({ ...followsRoom, subject }))}><Icon name="back" size={18} />{t('stage.follow')}</button>
        : pushed && <span className={css['pushed']}><Icon name="layout" size={16} />{t('stage.pushed')}</span>}
    </div>
  );
}
