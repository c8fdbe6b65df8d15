import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { openRequests } from '../../../protocol/observation/cameras.ts';
import type { Answer, CameraRequest } from '../../../protocol/observation/cameras.ts';
import { announce } from '../../app/announcer.tsx';
import { useVisit } from '../source.tsx';
import { useRequestWords } from './useRequestWords.ts';
import css from './Requests.module.css';

/** Felt in a hand that holds a phone before a container. */
const PATTERN = [160, 80, 160];

interface Props {
  /** Takes the still that was asked for; false: it could not be taken, and that was said. */
  readonly onStill: (request: CameraRequest) => Promise<boolean>;
}

/** What the observer with the turn asks for: one at a time, the oldest first, answered with one thumb. */
export function Requests({ onStill }: Props): ReactNode {
  const { t } = useTranslation('camera');
  const { me, participants, observation, run } = useVisit();
  const words = useRequestWords();
  const [busy, setBusy] = useState(false);
  const open = openRequests(observation.cameras, me.id);
  const request = open.find((one) => one.state === 'sent') ?? open[0];
  useNews(open, (one) => t('ask.said', { name: participants[one.by]?.name ?? '', what: words(one) }));
  if (!request) return null;

  const answer = async (said: Answer): Promise<void> => {
    setBusy(true);
    await run('camera.answer', { request: request.id, answer: said });
    if (said === 'done' && request.kind === 'goTo' && request.zone !== undefined) await run('camera.place', { zone: request.zone });
    setBusy(false);
  };
  const take = async (): Promise<void> => {
    setBusy(true);
    if (request.state === 'sent') await run('camera.answer', { request: request.id, answer: 'acknowledged' });
    if (await onStill(request)) await run('camera.answer', { request: request.id, answer: 'done' });
    setBusy(false);
  };
  const isStill = request.kind === 'still';
  const act = isStill ? take : () => answer(request.state === 'sent' ? 'acknowledged' : 'done');
  const word = isStill ? t('ask.take') : t(request.state === 'sent' ? 'ask.gotIt' : 'ask.done');
  return (
    <section className={css['ask']} data-state={request.state} aria-label={t('ask.label')}>
      <div className={css['words']}>
        <span className={css['who']}>
          {t(request.state === 'sent' ? 'ask.by' : 'ask.underWay', { name: participants[request.by]?.name ?? '' })}
          {open.length > 1 && ` · ${t('ask.more', { count: open.length - 1 })}`}
        </span>
        <b>{words(request)}</b>
      </div>
      <button type="button" className={css['yes']} aria-busy={busy || undefined} onClick={() => busy || void act()}>{word}</button>
      <button type="button" className={css['no']} onClick={() => busy || void answer('declined')}>{t('ask.cannot')}</button>
    </section>
  );
}

/** A request that has just come is felt and read out. */
function useNews(open: readonly CameraRequest[], say: (one: CameraRequest) => string): void {
  const known = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const news = open.filter((one) => one.state === 'sent' && !known.current.has(one.id));
    known.current = new Set(open.map((one) => one.id));
    if (news.length === 0) return;
    navigator.vibrate?.(PATTERN);
    announce(news.map(say).join(' '), 'assertive');
  });
}
