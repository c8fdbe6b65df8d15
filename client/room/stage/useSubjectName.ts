import { useTranslation } from 'react-i18next';
import { useLive, useSession } from '../../live/context.tsx';
import type { Subject } from './plan.ts';

/** What something on the stage is called, with whose it is. */
export function useSubjectName(): (subject: Subject) => string {
  const { t } = useTranslation('room');
  const { you } = useLive();
  const participants = useSession((state) => state.participants);
  return (subject) => {
    if (subject.kind === 'page') return t('stage.deck');
    const { participant, source } = subject.publication;
    const whose = participant === you ? 'Mine' : '';
    return t(`stage.${source === 'screen' ? 'screen' : 'document'}${whose}`, { name: participants[participant]?.name ?? '' });
  };
}
