import { useId, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deck } from '../../../../protocol/live/decks.ts';
import type { SessionInfo } from '../../../../protocol/live/session.ts';
import { limits } from '../../../../protocol/limits.ts';
import type { Answer } from '../../../app/problem.ts';
import { useRefresh } from '../../../app/queries.ts';
import { upload } from '../../../app/upload.ts';
import { useAction } from '../../../app/useAction.ts';
import { useUiLanguage } from '../../../i18n/useLocale.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldError, TextField } from '../../../ui/Field.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { LanguageField } from '../../../ui/LanguageField.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { toast } from '../../../ui/Toast.tsx';
import { UploadProgress } from './UploadProgress.tsx';
import shared from '../../shared/shared.module.css';
import css from './decks.module.css';

interface Props {
  readonly info: SessionInfo;
  /** Given: another language version of this deck. */
  readonly deck: Deck | undefined;
  readonly onClose: () => void;
}

/** Uploads a PDF as a new deck, or as another language of one. */
export function UploadDialog({ info, deck, onClose }: Props): ReactNode {
  const { t } = useTranslation(['pages', 'common']);
  const form = useId();
  const refresh = useRefresh();
  const screen = useUiLanguage();
  const [file, setFile] = useState<File>();
  const [title, setTitle] = useState('');
  const [language, setLanguage] = useState<string | undefined>(() => firstLanguage(info, deck, screen));
  const [tried, setTried] = useState(false);
  const [share, setShare] = useState(0);
  const stop = useRef<AbortController>(undefined);

  const { run, busy, problem, clear } = useAction((pdf: File, tag: string): Promise<Answer<unknown>> => {
    if (pdf.size > limits.deckBytes) return Promise.resolve({ ok: false, error: { code: 'file.tooLarge' } });
    stop.current = new AbortController();
    setShare(0);
    const way = { file: pdf, onProgress: setShare, signal: stop.current.signal };
    return deck
      ? upload('addDeckVersion', { ...way, params: { session: info.id, deck: deck.id }, query: { language: tag } })
      : upload('createDeck', { ...way, params: { session: info.id }, query: { title: title.trim(), language: tag } });
  });

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!file || language === undefined || (!deck && title.trim() === '')) return;
    const done = await run(file, language);
    if (!done?.ok) return;
    await refresh('session');
    toast(deck ? t('decks.versionDone', { title: deck.title }) : t('decks.done', { title: title.trim() }));
    onClose();
  };
  const choose = (chosen: File | undefined): void => {
    clear();
    setFile(chosen);
    if (chosen && title === '') setTitle(chosen.name.replace(/\.pdf$/iu, '').slice(0, limits.titleChars));
  };
  const close = (): void => {
    stop.current?.abort();
    onClose();
  };

  return (
    <Dialog
      title={deck ? t('decks.versionTitle', { title: deck.title }) : t('decks.upload')} onClose={close}
      actions={<><Button look="line" onClick={close}>{t('common:cancel')}</Button><Button type="submit" form={form} look="primary" busy={busy}>{t('decks.send')}</Button></>}
    >
      <form id={form} className={shared['form']} noValidate onSubmit={(event) => void submit(event)}>
        <div>
          <label className={css['file']}>
            <b><Icon name={file ? 'document' : 'upload'} />{file?.name ?? t('decks.choose')}</b>
            <span className={`${shared['small']} ${shared['muted']}`}>{t('decks.limits')}</span>
            <input type="file" accept="application/pdf,.pdf" disabled={busy} aria-invalid={tried && !file} onChange={(event) => choose(event.currentTarget.files?.[0])} />
          </label>
          {tried && !file && <FieldError>{t('decks.faults.file')}</FieldError>}
        </div>
        {!deck && (
          <TextField
            label={t('decks.name')} value={title} onChange={setTitle} maxLength={limits.titleChars} disabled={busy}
            error={tried && title.trim() === '' ? t('decks.faults.name') : undefined}
          />
        )}
        <LanguageField label={t('decks.language')} hint={deck ? t('decks.samePages', { count: deck.pages }) : undefined} value={language} onChange={setLanguage} />
        {busy && <UploadProgress share={share} />}
        <ProblemNotice problem={problem} />
      </form>
    </Dialog>
  );
}

/** The first language of the session that the deck does not have; for a new deck the screen's, when it is one of the session's. */
function firstLanguage(info: SessionInfo, deck: Deck | undefined, screen: string): string | undefined {
  if (!deck) return info.languages.includes(screen) ? screen : info.languages[0];
  return info.languages.find((tag) => !deck.versions.some((version) => version.language === tag));
}
