import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/useLocale.ts';
import { useLiveSnapshot, useSession } from '../../live/context.tsx';
import type { SessionState } from '../../../protocol/live/state.ts';
import type { CameraRequest } from '../../../protocol/observation/cameras.ts';
import { useNow } from '../../room/live/useNow.ts';
import { Chip } from '../../ui/Chip.tsx';
import type { Tone } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { shortAgo } from './shortAgo.ts';
import { useRequestWords } from './useRequestWords.ts';
import css from './directing.module.css';

const tones: Record<CameraRequest['state'], Tone> = { sent: 'neutral', acknowledged: 'accent', done: 'ok', declined: 'stop' };
const SHOWN = 12;
/** So exact as somebody who waits looks. */
const STEP_MS = 5_000;

/** What was asked of the cameras and what they answered, the newest first. */
export function RequestQueue(): ReactNode {
  const { t } = useTranslation('directing');
  const requests = useSession(useCallback((state: SessionState) => state.observation.cameras.requests, []));
  const shown = Object.values(requests).slice(-SHOWN).toReversed();
  if (shown.length === 0) return <EmptyState icon="send" title={t('queue.none')}>{t('queue.noneText')}</EmptyState>;
  return <ol className={css['queue']} aria-label={t('queue.label')}>{shown.map((request) => <Row key={request.id} request={request} />)}</ol>;
}

function Row({ request }: { readonly request: CameraRequest }): ReactNode {
  const { t } = useTranslation('directing');
  const locale = useLocale();
  const words = useRequestWords();
  const participants = useSession((state) => state.participants);
  const now = useNow(STEP_MS) + useLiveSnapshot((snapshot) => snapshot.clockOffsetMs);
  const nameOf = (id: string): string => participants[id]?.name ?? t('gone');
  return (
    <li className={css['request']} data-request={request.state}>
      <div className={css['asked']}>
        <b>{words(request)}</b>
        <span className={css['quiet']}>{t('queue.who', { by: nameOf(request.by), camera: nameOf(request.camera) })}</span>
      </div>
      <div className={css['answer']}>
        <Chip tone={tones[request.state]}>{t(`answer.${request.state}`)}</Chip>
        <span className={css['quiet']}>{shortAgo((request.answeredAt ?? request.at) - now, locale)}</span>
      </div>
    </li>
  );
}
