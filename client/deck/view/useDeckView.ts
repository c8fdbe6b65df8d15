import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { versionFor } from '../../../protocol/live/decks.ts';
import type { Deck, DeckVersion } from '../../../protocol/live/decks.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import { emptyStage } from '../../../protocol/live/stage.ts';
import type { Stage } from '../../../protocol/live/stage.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useLive, useMay, useMe, useSession } from '../../live/context.tsx';
import { deckViewOf } from './DeckView.ts';
import type { DeckView, DeckViewSnapshot } from './DeckView.ts';
import { shownOf } from './look.ts';
import type { Shown } from './look.ts';

/** What my role lets me do with what is on the stage; the server alone enforces it. */
export interface Rights {
  readonly presenting: boolean;
  readonly draw: boolean;
  readonly point: boolean;
  /** Hand over, stop, clear. */
  readonly lead: boolean;
  /** Take presenting over from somebody else. */
  readonly take: boolean;
  readonly present: boolean;
}

export interface StageNow {
  readonly stage: Stage;
  readonly deck: Deck;
  /** The language version that I see. */
  readonly version: DeckVersion;
  readonly presenter: Participant | undefined;
}

/** The stage of my room and my version of its deck; undefined while there is none. */
export function useStageNow(): StageNow | undefined {
  const { room, language } = useMe();
  const stage = useSession(useCallback((state: SessionState) => state.stages[room] ?? emptyStage, [room]));
  const { deck: id, presenter: who } = stage;
  const deck = useSession(useCallback((state: SessionState) => id === undefined ? undefined : state.decks[id], [id]));
  const presenter = useSession(useCallback((state: SessionState) => who === undefined ? undefined : state.participants[who], [who]));
  return useMemo(() => {
    const version = deck && versionFor(deck, language);
    return deck && version ? { stage, deck, version, presenter } : undefined;
  }, [stage, deck, presenter, language]);
}

export function useRights(stage: Stage): Rights {
  const presenting = stage.presenter === useLive().you;
  const draw = useMay('mark.draw');
  const point = useMay('pointer.show');
  const present = useMay('stage.present');
  const layout = useMay('stage.layout');
  return {
    presenting, present, draw: draw || presenting, point: point || presenting, lead: layout || presenting, take: layout && !presenting,
  };
}

export function useDeckView(): DeckView {
  return deckViewOf(useLive());
}

export function useDeckViewSnapshot(): DeckViewSnapshot {
  const view = useDeckView();
  return useSyncExternalStore(view.subscribe, view.getSnapshot);
}

/** The page and view on this screen. */
export function useShown(stage: Stage): Shown {
  const { you } = useLive();
  const { look, asked } = useDeckViewSnapshot();
  return useMemo(() => shownOf(look, stage, you, asked), [look, stage, you, asked]);
}
