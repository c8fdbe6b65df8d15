import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../protocol/assessment/case/routes.ts';
import { api } from '../../app/api.ts';
import { Loading } from '../../app/Loading.tsx';
import type { Answer } from '../../app/problem.ts';
import { useSession } from '../../live/context.tsx';
import { useRoom } from '../../room/live/context.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { LiveCase } from '../case/LiveCase.tsx';
import { FiledCase, useCase } from '../case/source.tsx';
import { ComparisonView } from './ComparisonView.tsx';
import css from './MeetingComparison.module.css';

/** The comparison of the case that this meeting serves, over a connection of its own, for those who have a seat in the case. */
export default function MeetingComparison({ children }: { readonly alone: boolean; readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation('case');
  const room = useRoom();
  const serves = useSession((state) => state.session.serves);
  return (
    <main className={css['stage']} aria-label={t('room.view')}>
      <div className={css['content']}>
        <div className={css['tools']}>
          <Button look="quiet" icon="back" onClick={() => room.stageView.set(false)}>{t('room.back')}</Button>
          {serves !== undefined && <ButtonLink look="quiet" icon="folder" to={`/cases/${serves}?show=comparison`} target="_blank">{t('room.open')}</ButtonLink>}
        </div>
        {serves !== undefined && <ServedCase key={serves} session={serves} />}
      </div>
      {children}
    </main>
  );
}

function ServedCase({ session }: { readonly session: string }): ReactNode {
  const { t } = useTranslation('case');
  const [found, setFound] = useState<Answer<CaseView>>();
  useEffect(() => {
    let isHere = true;
    void api('caseFile', { params: { session } }).then((answer) => isHere && setFound(answer));
    return () => {
      isHere = false;
    };
  }, [session]);
  if (!found) return <Loading />;
  if (!found.ok) {
    return found.error.code === 'session.absent' || found.error.code === 'permission.denied'
      ? <EmptyState icon="lock" title={t('room.none')}>{t('room.noneText')}</EmptyState>
      : <ProblemNotice problem={found.error} />;
  }
  return found.value.session.phase === 'ended'
    ? <FiledCase view={found.value}><FirstComparison /></FiledCase>
    : <LiveCase session={session} waiting={<Loading />}><FirstComparison /></LiveCase>;
}

function FirstComparison(): ReactNode {
  const { t } = useTranslation('case');
  const { file } = useCase();
  const [first] = Object.keys(file.comparisons);
  return first === undefined ? <EmptyState icon="columns" title={t('room.noComparison')} /> : <ComparisonView key={first} comparison={first} />;
}
