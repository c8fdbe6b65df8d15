import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deck } from '../../../protocol/live/decks.ts';
import { limits } from '../../../protocol/limits.ts';
import type { Stage } from '../../../protocol/live/stage.ts';
import type { Answer } from '../../app/problem.ts';
import { useAction } from '../../app/useAction.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { useLive, useMay } from '../../live/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { nameOfLanguage } from '../../ui/names.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import css from './panel.module.css';

interface Props {
  readonly deck: Deck;
  readonly stage: Stage;
  readonly onPresent: (() => void) | undefined;
  readonly onAddVersion: () => void;
}

/** A deck of the session with its language versions, and what my role may do with it. */
export function DeckItem({ deck, stage, onPresent, onAddVersion }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const locale = useLocale();
  const live = useLive();
  const mayPresent = useMay('stage.present');
  const mayManage = useMay('deck.manage');
  // A language: that version; true: the whole deck.
  const [removes, setRemoves] = useState<string | true>();
  const presents = useAction(async (): Promise<Answer<unknown>> => live.command('stage.present', { deck: deck.id }));
  const removal = useAction(async (what: string | true): Promise<Answer<unknown>> => what === true
    ? live.command('deck.detach', { deck: deck.id })
    : live.command('deck.removeVersion', { deck: deck.id, language: what }));
  const onStage = stage.deck === deck.id;
  const present = async (): Promise<void> => {
    const done = await presents.run();
    if (done?.ok) onPresent?.();
  };
  const remove = async (what: string | true): Promise<void> => {
    const done = await removal.run(what);
    if (done?.ok) setRemoves(undefined);
  };
  return (
    <li className={css['deck']} data-deck={deck.id}>
      <div className={css['head']}>
        <div className={css['words']}>
          <b>{deck.title}</b>
          <span className={css['small']}>{t('panel.pages', { count: deck.pages })}</span>
        </div>
        {mayManage && (
          <Menu
            label={t('panel.more', { title: deck.title })}
            groups={[
              { id: 'add', label: t('panel.versions'), entries: [{ id: 'version', icon: 'globe', label: t('panel.addVersion'), disabled: deck.versions.length >= limits.deckVersions, onAction: onAddVersion }] },
              {
                id: 'remove', label: t('panel.remove'), entries: [
                  ...(deck.versions.length < 2 ? [] : deck.versions.map(({ language }) => ({
                    id: language, icon: 'trash' as const, danger: true, label: t('panel.removeVersion', { language: nameOfLanguage(language, locale) }), onAction: () => setRemoves(language),
                  }))),
                  { id: 'deck', icon: 'trash', danger: true, label: t('panel.removeDeck'), onAction: () => setRemoves(true) },
                ],
              },
            ]}
          />
        )}
      </div>
      <div className={css['versions']}>
        {deck.versions.map(({ language }) => <Chip key={language}>{nameOfLanguage(language, locale)}</Chip>)}
        {onStage && <Chip tone="ok">{t('panel.onStage')}</Chip>}
      </div>
      {mayPresent && !(onStage && stage.presenter === live.you) && (
        <Button look="plain" icon="slides" busy={presents.busy} aria-label={t('panel.presentNamed', { title: deck.title })} onClick={() => void present()}>{t('panel.present')}</Button>
      )}
      <ProblemNotice problem={presents.problem} />
      {removes !== undefined && (
        <ConfirmDialog
          title={removes === true ? t('panel.removeDeckTitle', { title: deck.title }) : t('panel.removeVersionTitle', { title: deck.title, language: nameOfLanguage(removes, locale) })}
          confirm={t('panel.remove')} busy={removal.busy} problem={removal.problem} onConfirm={() => void remove(removes)}
          onClose={() => {
            setRemoves(undefined);
            removal.clear();
          }}
        >
          {removes === true ? t('panel.removeDeckText') : t('panel.removeVersionText')}
        </ConfirmDialog>
      )}
    </li>
  );
}
