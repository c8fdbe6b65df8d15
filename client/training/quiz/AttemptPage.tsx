import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Fetched } from '../../app/Fetched.tsx';
import { useApi } from '../../app/queries.ts';
import { Review } from './Review.tsx';
import { Running } from './Running.tsx';

/** An attempt at a quiz: while it runs, and afterwards. */
export default function AttemptPage(): ReactNode {
  const { edition = '', attempt = '' } = useParams();
  const view = useApi('attempt', { params: { edition, attempt } });
  return <Fetched of={view}>{(data) => (data.state === 'open' ? <Running key={data.id} edition={edition} attempt={data} /> : <Review edition={edition} attempt={data} />)}</Fetched>;
}
