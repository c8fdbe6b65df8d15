import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languagesOf, sides } from '../../../protocol/ceremony/ceremony.ts';
import type { Side } from '../../../protocol/ceremony/ceremony.ts';
import { limits } from '../../../protocol/limits.ts';
import { upload } from '../../app/upload.ts';
import { useAction } from '../../app/useAction.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { nameOfLanguage } from '../../ui/names.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useCeremony, useSideName } from '../source.tsx';
import css from './Prepare.module.css';

/** A PDF for each copy and language, because on each copy another side stands first. */
export function Uploads({ disabled }: { readonly disabled: boolean }): ReactNode {
  const { t } = useTranslation('ceremony');
  const { ceremony } = useCeremony();
  const nameOf = useSideName();
  return (
    <div className={css['uploads']}>
      {sides.map((copy) => (
        <div key={copy} className={css['uploads']}>
          <h4 dir="auto">{t('copy.title', { side: copy.toUpperCase(), name: nameOf(copy) ?? '' })}</h4>
          {languagesOf(ceremony, copy).map((language) => <Upload key={language} copy={copy} language={language} disabled={disabled} />)}
        </div>
      ))}
    </div>
  );
}

function Upload({ copy, language, disabled }: { readonly copy: Side; readonly language: string; readonly disabled: boolean }): ReactNode {
  const { t } = useTranslation('ceremony');
  const locale = useLocale();
  const { session, ceremony, changed } = useCeremony();
  const [file, setFile] = useState<File>();
  const send = useAction((chosen: File) => chosen.size > limits.ceremonyTextBytes
    ? Promise.resolve({ ok: false as const, error: { code: 'file.tooLarge' as const } })
    : upload('ceremonyText', { params: { session: session.id }, query: { copy, language }, file: chosen }));
  const there = ceremony.texts[copy][language];
  const name = nameOfLanguage(language, locale);
  return (
    <>
      <FileDrop
        label={t('upload.choose', { language: name })} file={file} accept="application/pdf,.pdf" disabled={disabled || send.busy}
        hint={send.busy ? t('upload.busy') : there ? t('upload.there', { language: name, count: there.pages }) : t('upload.limits', { megabytes: limits.ceremonyTextBytes / 1024 / 1024 })}
        onFile={(chosen) => {
          setFile(chosen);
          void send.run(chosen).then((done) => done?.ok ? changed() : setFile(undefined));
        }}
      />
      <ProblemNotice problem={send.problem} />
    </>
  );
}
