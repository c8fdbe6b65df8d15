import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import { address } from '../../app/address.ts';
import { Page } from '../../app/Page.tsx';
import { upload } from '../../app/upload.ts';
import { useAction } from '../../app/useAction.ts';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { Findings } from './Findings.tsx';
import css from './Verify.module.css';

/** For anybody: what a PDF contains, and whether its signatures and their revisions hold. */
export default function VerifyPage(): ReactNode {
  const { t } = useTranslation('verify');
  const [file, setFile] = useState<File>();
  const { run, busy, problem } = useAction((chosen: File) => chosen.size > limits.verifyBytes
    ? Promise.resolve({ ok: false as const, error: { code: 'file.tooLarge' as const } })
    : upload('verify', { params: {}, file: chosen }));
  const [found, setFound] = useState<Parameters<typeof Findings>[0]['inspection']>();
  const look = async (chosen: File): Promise<void> => {
    setFile(chosen);
    setFound(undefined);
    const answer = await run(chosen);
    if (answer?.ok) setFound(answer.value);
  };
  return (
    <Page title={t('title')} lead={t('lead')}>
      <FileDrop label={t('choose')} hint={t('limits', { megabytes: limits.verifyBytes / 1024 / 1024 })} file={file} accept="application/pdf,.pdf" disabled={busy} onFile={(chosen) => void look(chosen)} />
      {busy && <p className={css['busy']} role="status"><Spinner size={18} />{t('busy')}</p>}
      <ProblemNotice problem={problem} />
      {found && <Findings inspection={found} />}
      <section className={css['notes']}>
        <h2>{t('notes.title')}</h2>
        <ul>
          <li>{t('notes.kept')}</li>
          <li>{t('notes.time')}</li>
          <li>{t('notes.revoked')}</li>
          <li>{t('notes.own')} <a href={address('authorityCertificate', {})} download>{t('notes.certificate')}</a></li>
        </ul>
      </section>
    </Page>
  );
}
