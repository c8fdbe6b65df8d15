import { useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { useMe, useSession } from '../../live/context.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useDeckView } from '../view/useDeckView.ts';
import css from './HandDialog.module.css';

/** With more people than this a name is found faster by typing it. */
const SEARCHED_FROM = 9;

/** Hands presenting to somebody who is in the room. */
export function HandDialog({ presenter, onClose }: { readonly presenter: string | undefined; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('deck');
  const locale = useLocale();
  const view = useDeckView();
  const { room } = useMe();
  const everyone = useSession(useCallback((state: SessionState) => state.participants, []));
  const [search, setSearch] = useState('');
  const here = useMemo(() => Object.values(everyone)
    .filter((one) => one.presence === 'in' && one.room === room && one.id !== presenter)
    .toSorted((a, b) => a.name.localeCompare(b.name, locale)), [everyone, room, presenter, locale]);
  const found = here.filter((one) => one.name.toLocaleLowerCase(locale).includes(search.trim().toLocaleLowerCase(locale)));
  const hand = (one: Participant): void => {
    void view.hand(one.id);
    onClose();
  };
  return (
    <Dialog title={t('hand.title')} onClose={onClose}>
      <p>{t('hand.text')}</p>
      {here.length >= SEARCHED_FROM && <TextField label={t('hand.search')} value={search} onChange={setSearch} optional />}
      {found.length === 0
        ? <EmptyState icon="people" title={t('hand.nobody')} />
        : (
          <ul className={css['people']}>
            {found.map((one) => (
              <li key={one.id}>
                <button type="button" className={css['person']} onClick={() => hand(one)}>
                  <b>{one.name}</b><span>{one.administrationName}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
    </Dialog>
  );
}
