import { useId, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deck } from '../../../protocol/live/decks.ts';
import type { SessionInfo } from '../../../protocol/live/session.ts';
import { limits } from '../../../protocol/limits.ts';
import type { Answer } from '../../app/problem.ts';
import { useAction } from '../../app/useAction.ts';
import { upload } from '../../app/upload.ts';
import { useUiLanguage } from '../../i18n/useLocale.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { LanguageField } from '../../ui/LanguageField.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { toast } from '../../ui/Toast.tsx';
import { FileChoice } from './FileChoice.tsx';
import { firstLanguage } from './firstLanguage.ts';
import { refusedAtOnce } from './refusedAtOnce.ts';
import { UploadProgress } from './UploadProgress.tsx';
import css from './upload.module.css';

interface Props {
  readonly info: SessionInfo;
  /** Given: another language version of this deck. */
  readonly deck?: Deck | undefined;
  readonly onClose: () => void;
  /** It is in the session. */
  readonly onDone?: () => void;
}

/** Uploads a PDF as a new deck, or as another language of one. */
export function UploadDialog({ info, deck: given, onClose, onDone }: Props): ReactNode {
  const { t } = useTranslation(['deck', 'common']);
  const form = useId();
  const screen = useUiLanguage();
  // A file whose pages do not fit the deck may become one of its own.
  const [deck, setDeck] = useState(given);
  const [file, setFile] = useState<File>();
  const [title, setTitle] = useState('');
  const [language, setLanguage] = useState<string | undefined>(() => firstLanguage(info, given, screen));
  const [tried, setTried] = useState(false);
  const [share, setShare] = useState(0);
  const stop = useRef<AbortController>(undefined);

  const { run, busy, problem, clear } = useAction(async (pdf: File, tag: string): Promise<Answer<unknown>> => {
    const refused = await refusedAtOnce(pdf);
    if (refused) return { ok: false, error: refused };
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
    toast(t('upload.done', { title: deck?.title ?? title.trim() }));
    onDone?.();
    onClose();
  };
  const choose = (chosen: File): void => {
    clear();
    setFile(chosen);
    // What was typed stays; what the file chosen before was called does not.
    if (title === '' || (file && title === titleOf(file))) setTitle(titleOf(chosen));
  };
  const close = (): void => {
    stop.current?.abort();
    onClose();
  };
  const asOwn = (): void => {
    clear();
    setDeck(undefined);
  };

  return (
    <Dialog
      title={deck ? t('upload.versionTitle', { title: deck.title }) : t('panel.upload')} onClose={close}
      actions={<><Button look="line" onClick={close}>{t('common:cancel')}</Button><Button type="submit" form={form} look="primary" busy={busy}>{t('upload.send')}</Button></>}
    >
      <form id={form} className={css['form']} noValidate onSubmit={(event) => void submit(event)}>
        <FileChoice file={file} disabled={busy} missing={tried && !file} onFile={choose} />
        {!deck && (
          <TextField
            label={t('upload.title')} value={title} onChange={setTitle} maxLength={limits.titleChars} disabled={busy}
            error={tried && title.trim() === '' ? t('upload.noTitle') : undefined}
          />
        )}
        <LanguageField label={t('upload.language')} hint={deck ? t('upload.samePages', { count: deck.pages }) : undefined} value={language} onChange={setLanguage} />
        {busy && <UploadProgress share={share} />}
        <ProblemNotice problem={problem} actions={problem?.code === 'deck.pagesDiffer' && <Button look="line" onClick={asOwn}>{t('upload.asOwn')}</Button>} />
      </form>
    </Dialog>
  );
}

function titleOf(file: File): string {
  return file.name.replace(/\.pdf$/iu, '').slice(0, limits.titleChars);
}
