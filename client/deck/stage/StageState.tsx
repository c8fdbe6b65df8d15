import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../protocol/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { PdfStatus } from '../pdf/openPdf.ts';
import css from './DeckStage.module.css';

interface Props {
  readonly status: PdfStatus;
  readonly pageFailed: boolean;
  /** No page can be shown yet. */
  readonly empty: boolean;
  readonly refused: Refusal | undefined;
  readonly onRead: () => void;
  readonly onAgain: () => void;
}

/** What stands where the page will be, and over it when something went wrong. */
export function StageState({ status, pageFailed, empty, refused, onRead, onAgain }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const failed = status.state === 'failed' || pageFailed;
  if (refused) {
    return <div className={css['over']}><ProblemNotice problem={refused} actions={<IconButton icon="close" label={t('read')} onClick={onRead} />} /></div>;
  }
  if (failed) {
    const problem = status.state === 'failed' ? status.problem : { code: 'file.broken' as const };
    return <div className={css['over']}><ProblemNotice problem={problem} actions={<Button look="line" icon="refresh" onClick={onAgain}>{t('again')}</Button>} /></div>;
  }
  return empty && <div className={css['waiting']} role="status"><Spinner size={28} />{t('opening')}</div>;
}
