import { lazy, Suspense, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Publication } from '../../../protocol/live/publications.ts';
import { useLive } from '../../live/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { useRoom } from '../live/context.tsx';
import { useShownTrack } from '../live/useMedia.ts';
import type { Rect } from './arrange.ts';
import { Picture } from './Picture.tsx';
import type { Subject } from './plan.ts';
import { placeOf } from './Tile.tsx';
import { useSubjectName } from './useSubjectName.ts';
import { useWanted } from './useWanted.ts';
import css from './SubjectView.module.css';

// The viewer of pages is larger than the rest of the room; it comes when a deck does.
const DeckStage = lazy(async () => ({ default: (await import('../../deck/stage/DeckStage.tsx')).DeckStage }));

/** The page or the share, as large as the stage lets it be, and never cut. */
export function SubjectView({ subject, rect }: { readonly subject: Subject; readonly rect: Rect }): ReactNode {
  const { t } = useTranslation('room');
  return (
    <section className={css['subject']} style={placeOf(rect)} aria-label={t('stage.subject')}>
      {subject.kind === 'page'
        ? <Suspense fallback={<div className={css['waiting']}><Spinner size={28} />{t('stage.deckLoads')}</div>}><DeckStage /></Suspense>
        : <Share publication={subject.publication} subject={subject} />}
    </section>
  );
}

function Share({ publication, subject }: { readonly publication: Publication; readonly subject: Subject }): ReactNode {
  const { t } = useTranslation('room');
  const { you } = useLive();
  const { media } = useRoom();
  const box = useRef<HTMLDivElement>(null);
  const mine = publication.participant === you;
  const track = useShownTrack(publication.participant, publication.source);
  const name = useSubjectName()(subject);
  useWanted(box, mine ? undefined : publication.id);
  const stop = (): void => void media.set(publication.source === 'screen' ? 'screen' : 'document', 'off');
  // One's own screen within itself would go on for ever.
  if (mine && publication.source === 'screen') {
    return (
      <div className={css['own']}>
        <Icon name="screen" size={36} />
        <p className={css['ownTitle']}>{t('stage.youShare')}</p>
        <p className={css['ownText']}>{t('stage.youShareText')}</p>
        <Button look="stop" onClick={stop}>{t('share.stopScreen')}</Button>
      </div>
    );
  }
  return (
    <div ref={box} className={css['share']}>
      {track ? <Picture track={track} fit="whole" label={name} /> : <div className={css['waiting']}><Spinner size={28} />{t('stage.shareLoads')}</div>}
      <span className={css['tag']}><Icon name={publication.source === 'screen' ? 'screen' : 'documentCamera'} size={18} />{name}</span>
      {mine && <Button look="stop" className={css['stop']} onClick={stop}>{t('share.stopDocument')}</Button>}
    </div>
  );
}
