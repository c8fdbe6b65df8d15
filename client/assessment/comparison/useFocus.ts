import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { safeCriteria } from '../../../protocol/criteria.ts';
import type { SafeCriterion } from '../../../protocol/criteria.ts';
import type { Comparison } from '../../../protocol/assessment/case/comparison.ts';
import { announce } from '../../app/announcer.tsx';
import { useCase, usePersonName } from '../case/source.tsx';
import { isWriting } from './drafts.ts';

export interface Focus {
  /** The row before one's eyes. */
  readonly criterion: SafeCriterion;
  readonly look: (criterion: SafeCriterion) => void;
  /** Whether one goes where somebody brings everybody. */
  readonly follows: boolean;
  readonly follow: (follows: boolean) => void;
  /** Everybody is elsewhere: the row, which one has not been brought to because one was writing or does not follow. */
  readonly elsewhere: SafeCriterion | undefined;
}

/** The row before one's eyes: one's own choice, until somebody brings everybody to another. Whoever is writing stays where they are. */
export function useFocus({ id, focus }: Comparison): Focus {
  const { t } = useTranslation('comparison');
  const { session, me } = useCase();
  const person = usePersonName();
  const [criterion, look] = useState<SafeCriterion>(focus?.criterion ?? safeCriteria[0]);
  const [follows, setFollows] = useState(true);
  const [seen, setSeen] = useState(focus);
  const shared = focus?.criterion;
  if (seen !== focus) {
    setSeen(focus);
    if (focus && follows && !isWriting({ session: session.id, comparison: id, criterion })) look(focus.criterion);
  }
  const told = useRef(focus);
  useEffect(() => {
    if (told.current === focus) return;
    told.current = focus;
    if (focus && focus.by !== me.id) announce(t('focus.brought', { name: person(focus.by), criterion: focus.criterion }));
  }, [focus, me.id, person, t]);
  const follow = useCallback((next: boolean) => {
    setFollows(next);
    if (next && shared !== undefined) look(shared);
  }, [shared]);
  return { criterion, look, follows, follow, elsewhere: shared !== undefined && shared !== criterion ? shared : undefined };
}
