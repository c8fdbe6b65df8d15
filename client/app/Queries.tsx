import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Outlet } from 'react-router';
import { useAccount } from './account.tsx';
import { newQueries } from './queries.ts';

/** What the pages fetched, kept for one person: nothing of it is shown to whoever comes next. */
export default function Queries(): ReactNode {
  const { me } = useAccount();
  const who = me.person?.id ?? me.guest?.participant ?? '';
  return <Kept key={who} />;
}

function Kept(): ReactNode {
  const [queries] = useState(newQueries);
  return <QueryClientProvider client={queries}><Outlet /></QueryClientProvider>;
}
