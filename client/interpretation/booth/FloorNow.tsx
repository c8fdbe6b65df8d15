import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useMe, useSession } from '../../live/context.tsx';
import { useCell } from '../../room/live/cell.ts';
import { useRoom } from '../../room/live/context.tsx';
import css from './Booth.module.css';

/** What happens on the floor, in words: who speaks, which page is shown, who is next. */
export function FloorNow(): ReactNode {
  const { t } = useTranslation('interpretation');
  const { speaking } = useRoom();
  const { room } = useMe();
  const participants = useSession((state) => state.participants);
  const speakers = [...useCell(speaking.now)].map((id) => participants[id]).filter((one) => one !== undefined);
  const page = useSession(useCallback((state: SessionState) => {
    const stage = state.stages[room];
    const deck = stage?.deck === undefined ? undefined : state.decks[stage.deck];
    return stage && deck ? `${t('now.page', { page: stage.page, pages: deck.pages })} · ${deck.title}` : undefined;
  }, [room, t]));
  const next = useSession(useCallback((state: SessionState) => state.hands.filter((hand) => hand.room === room)
    .map((hand) => state.participants[hand.participant]?.name).filter((name) => name !== undefined).join(', '), [room]));
  return (
    <section className={css['section']}>
      <h3>{t('now.title')}</h3>
      <dl className={css['now']}>
        <div><dt>{t('now.speaks')}</dt><dd>{speakers.length === 0 ? t('now.nobody') : speakers.map((one) => `${one.name} (${one.administrationName})`).join(', ')}</dd></div>
        {page !== undefined && <div><dt>{t('now.shown')}</dt><dd>{page}</dd></div>}
        {next !== '' && <div><dt>{t('now.next')}</dt><dd>{next}</dd></div>}
      </dl>
    </section>
  );
}
