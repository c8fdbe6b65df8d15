import type { ReactNode } from 'react';
import { useBooth } from './useBooth.ts';
import { BoothTalk } from './BoothTalk.tsx';
import { FloorNow } from './FloorNow.tsx';
import { ListeningSection } from './ListeningSection.tsx';
import { TurnCard } from './TurnCard.tsx';
import css from './Booth.module.css';

/** The interpreter's console: the turn and the voice, what is listened to, the floor, and the word between the pair. */
export default function BoothPanel(): ReactNode {
  const own = useBooth();
  if (!own) return null;
  return (
    <div className={css['panel']}>
      <TurnCard own={own} />
      <ListeningSection own={own} />
      <FloorNow />
      <BoothTalk own={own} />
    </div>
  );
}
