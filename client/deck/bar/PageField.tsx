import { useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deck } from '../../../protocol/live/decks.ts';
import { typedPage } from '../view/look.ts';
import css from './bar.module.css';

interface Props {
  readonly deck: Deck;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** The number of the page, and the field in which to type another one. */
export function PageField({ deck, page, onPage }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [wrong, setWrong] = useState(false);
  const reset = (): void => {
    setTyped(undefined);
    setWrong(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape') reset();
    if (event.key !== 'Enter') return;
    const to = typedPage(deck, event.currentTarget.value);
    if (to === undefined) return setWrong(true);
    reset();
    onPage(to);
  };
  return (
    <span className={css['pageField']}>
      <input
        id={id} className={css['pageInput']} value={typed ?? String(page)} inputMode="numeric" autoComplete="off" maxLength={4} aria-label={t('bar.page', { pages: deck.pages })}
        aria-invalid={wrong || undefined} onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setWrong(false);
        }}
        onKeyDown={onKeyDown} onBlur={reset}
      />
      <label htmlFor={id} aria-hidden="true">{t('bar.of', { pages: deck.pages })}</label>
    </span>
  );
}
