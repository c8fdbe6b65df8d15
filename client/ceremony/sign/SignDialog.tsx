import { useEffect, useId, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRightToLeft } from '../../../protocol/ceremony/ceremony.ts';
import type { Copy } from '../../../protocol/ceremony/ceremony.ts';
import type { PlaceId } from '../../../protocol/ceremony/places.ts';
import { call } from '../../app/api.ts';
import { useAction } from '../../app/useAction.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { Modal } from '../../room/parts/Modal.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox, TextField } from '../../ui/Field.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { nameOfLanguage } from '../../ui/names.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { toast } from '../../ui/Toast.tsx';
import { Views } from '../../ui/Views.tsx';
import { CopyPages } from '../copy/CopyDialog.tsx';
import { useRehearsal, useRehearsals } from '../rehearsal.ts';
import { useCeremony, useSideName } from '../source.tsx';
import css from './Sign.module.css';

interface Props {
  readonly copy: Copy;
  readonly place: PlaceId;
  readonly onClose: () => void;
}

const MAX_KEY_BYTES = 100_000;

/** Signing one copy: what is signed, with which key, and only then. In a rehearsal the same, and nothing is signed. */
export function SignDialog({ copy: now, place, onClose }: Props): ReactNode {
  const { t } = useTranslation(['ceremony', 'common']);
  const form = useId();
  const locale = useLocale();
  const { session, changed } = useCeremony();
  const rehearsal = useRehearsal();
  const rehearsals = useRehearsals();
  const nameOf = useSideName();
  // What was read is what is signed: a copy that changes meanwhile is refused, and not signed unseen.
  const [copy] = useState(now);
  const [kind, setKind] = useState<'issued' | 'p12'>('issued');
  const [file, setFile] = useState<File>();
  const [password, setPassword] = useState('');
  const [hasRead, setHasRead] = useState(false);
  const isStale = copy.file !== now.file;
  // Who closes this while the signature is being made has given it up.
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const sign = useAction(async () => {
    stop.current = new AbortController();
    const key = kind === 'issued' ? { kind } as const : { kind, file: file ? await base64(file) : '', password } as const;
    return call('ceremonySign', { params: { session: session.id, copy: copy.side }, body: { place, file: copy.file, key } }, stop.current.signal);
  });
  const ready = hasRead && (kind === 'issued' || (file !== undefined && file.size > 0 && file.size <= MAX_KEY_BYTES));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready) return;
    if (rehearsal.on) {
      rehearsals.try(copy.side, place);
      return onClose();
    }
    const done = await sign.run();
    if (!done?.ok) return;
    setPassword('');
    changed();
    toast(t('sign.done', { side: copy.side.toUpperCase() }), 'check');
    onClose();
  };
  return (
    <Modal
      title={t(rehearsal.on ? 'sign.rehearseTitle' : 'sign.title', { side: copy.side.toUpperCase() })} onClose={onClose}
      actions={(
        <>
          <Button look="line" onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} look="primary" icon="pen" busy={sign.busy} disabled={!ready || (isStale && !rehearsal.on)}>{t(rehearsal.on ? 'sign.rehearse' : 'sign.sign')}</Button>
        </>
      )}
    >
      <form id={form} className={css['form']} noValidate onSubmit={(event) => void submit(event)}>
        {rehearsal.on && <Banner tone="warn">{t('rehearsal.about')}</Banner>}
        {isStale && !rehearsal.on && <Banner tone="warn" role="alert">{t('sign.stale')}</Banner>}
        <p className={css['lead']}>
          {t('sign.about', { name: nameOf(copy.side) ?? '', languages: new Intl.ListFormat(locale, { type: 'conjunction' }).format(copy.languages.map((one) => nameOfLanguage(one, locale))) })}
          {isRightToLeft(copy.languages[0] ?? '') && ` ${t('sign.fromRight')}`}
        </p>
        <CopyPages copy={copy} />
        <p className={css['hash']}>SHA-256 {copy.file}</p>
        <Checkbox label={t('sign.read')} checked={hasRead} onChange={setHasRead} />
        {!rehearsal.on && (
          <fieldset className={css['key']}>
            <legend>{t('key.title')}</legend>
            <Views label={t('key.title')} views={[{ id: 'issued', label: t('key.issued') }, { id: 'p12', label: t('key.own') }]} chosen={kind} onChoose={setKind} />
            <p className={css['hint']}>{t(kind === 'issued' ? 'key.issuedText' : 'key.ownText')}</p>
            {kind === 'p12' && (
              <>
                <FileDrop label={t('key.choose')} hint={t('key.limits')} file={file} accept=".p12,.pfx,application/x-pkcs12" onFile={setFile} />
                <TextField label={t('key.password')} type="password" autoComplete="off" value={password} onChange={setPassword} />
              </>
            )}
          </fieldset>
        )}
        <ProblemNotice problem={sign.problem} />
      </form>
    </Modal>
  );
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(''));
}
