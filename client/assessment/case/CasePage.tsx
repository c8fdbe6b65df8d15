import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Fetched } from '../../app/Fetched.tsx';
import { Loading } from '../../app/Loading.tsx';
import { useApi } from '../../app/queries.ts';
import { CaseScreen } from './CaseScreen.tsx';
import { LiveCase } from './LiveCase.tsx';
import { FiledCase } from './source.tsx';

/** A case: as it is worked on, with everybody who has it open, or as it was filed once it is closed. */
export default function CasePage(): ReactNode {
  const { session = '' } = useParams();
  const view = useApi('caseFile', { params: { session } });
  return (
    <Fetched of={view}>
      {(data) => data.session.phase === 'ended'
        ? <FiledCase view={data}><CaseScreen /></FiledCase>
        : <LiveCase session={session} waiting={<Loading />}><CaseScreen /></LiveCase>}
    </Fetched>
  );
}
