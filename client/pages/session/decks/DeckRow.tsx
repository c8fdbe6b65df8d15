import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deck } from '../../../../protocol/live/decks.ts';
import { limits } from '../../../../protocol/limits.ts';
import { address } from '../../../app/address.ts';
import type { Answer } from '../../../app/problem.ts';
import { useAction } from '../../../app/useAction.ts';
import { useLocale } from '../../../i18n/useLocale.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { nameOfLanguage } from '../../../ui/names.ts';
import { useSessionCommand } from '../../shared/useSessionCommand.ts';
import shared from '../../shared/shared.module.css';
import css from './decks.module.css';

interface Props {
  readonly session: string;
  readonly deck: Deck;
  readonly mayManage: boolean;
  readonly onAddVersion: () => void;
}

/** A deck: its pages and versions, and what can be done with them. */
export function DeckRow({ session, deck, mayManage, onAddVersion }: Props): ReactNode {
  const { t } = useTranslation('pages');
  const locale = useLocale();
  const command = useSessionCommand(session);
  // A language: that version; true: the whole deck.
  const [removes, setRemoves] = useState<string | true>();
  const { run, busy, problem, clear } = useAction((what: string | true): Promise<Answer<unknown>> => (what === true
    ? command('deck.detach', { deck: deck.id })
    : command('deck.removeVersion', { deck: deck.id, language: what })));
  const close = (): void => {
    setRemoves(undefined);
    clear();
  };
  const remove = async (what: string | true): Promise<void> => {
    const done = await run(what);
    if (done?.ok) close();
  };

  return (
    <li className={css['deck']}>
      <span className={css['sheet']}><Icon name="slides" /></span>
      <div className={css['words']}>
        <b>{deck.title}</b>
        <div className={shared['chips']}>
          <span className={`${shared['small']} ${shared['muted']}`}>{t('decks.pages', { count: deck.pages })}</span>
          {deck.versions.map((version) => <Chip key={version.language} icon="globe">{nameOfLanguage(version.language, locale)} · {size(version.bytes, locale)}</Chip>)}
        </div>
      </div>
      {mayManage && (
        <Menu
          label={t('decks.more', { title: deck.title })}
          groups={[
            { id: 'add', entries: [{ id: 'version', label: t('decks.addVersion'), icon: 'globe', disabled: deck.versions.length >= limits.deckVersions, onAction: onAddVersion }] },
            {
              id: 'open',
              entries: deck.versions.map((version) => ({
                id: `open-${version.language}`, label: t('decks.openVersion', { language: nameOfLanguage(version.language, locale) }), icon: 'document',
                onAction: () => void window.open(address('deckFile', { session, deck: deck.id, language: version.language }), '_blank', 'noopener'),
              })),
            },
            {
              id: 'remove',
              entries: [
                ...(deck.versions.length < 2 ? [] : deck.versions.map((version) => ({
                  id: `remove-${version.language}`, label: t('decks.removeVersion', { language: nameOfLanguage(version.language, locale) }), icon: 'trash' as const, danger: true,
                  onAction: () => setRemoves(version.language),
                }))),
                { id: 'deck', label: t('decks.removeDeck'), icon: 'trash', danger: true, onAction: () => setRemoves(true) },
              ],
            },
          ]}
        />
      )}
      {removes !== undefined && (
        <ConfirmDialog
          title={removes === true ? t('decks.removeTitle', { title: deck.title }) : t('decks.removeVersionTitle', { title: deck.title, language: nameOfLanguage(removes, locale) })}
          confirm={t('decks.remove')} busy={busy} problem={problem} onConfirm={() => void remove(removes)} onClose={close}
        >
          {removes === true ? t('decks.removeText') : t('decks.removeVersionText')}
        </ConfirmDialog>
      )}
    </li>
  );
}

function size(bytes: number, locale: string): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  const amount = unit === 'kilobyte' ? Math.max(1, Math.round(bytes / 1000)) : bytes / 1_000_000;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(amount);
}
