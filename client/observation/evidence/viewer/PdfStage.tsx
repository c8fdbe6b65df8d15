import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { address } from '../../../app/address.ts';
import { usePdf } from '../../../deck/pdf/usePdf.ts';
import type { OpenPdf } from '../../../deck/pdf/openPdf.ts';
import { useMeasured, usePageFailure, useShownPage } from '../../../deck/pdf/useShownPage.ts';
import { DetailCanvas } from '../../../deck/stage/DetailCanvas.tsx';
import { PageCanvas } from '../../../deck/stage/PageCanvas.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { useVisit } from '../../source.tsx';
import type { Picture } from '../list.ts';
import { ZoomStage } from './ZoomStage.tsx';
import css from './Viewer.module.css';

interface Props {
  readonly evidence: string;
  readonly picture: Picture;
  readonly label: string;
}

/** A PDF that is evidence, page by page, drawn as the pages of decks are. */
export default function PdfStage({ evidence, picture, label }: Props): ReactNode {
  const { session } = useVisit();
  const { hash, bytes } = picture.pictured.content;
  const { pdf, status, again } = usePdf({
    session: session.id, deck: evidence, language: '', file: hash, bytes,
    url: address('evidenceFile', { session: session.id, evidence, version: picture.file, part: 'content' }),
  });
  if (status.state === 'failed') {
    return <div className={css['message']}><ProblemNotice problem={status.problem} actions={<Again onAgain={again} />} /></div>;
  }
  if (status.state === 'opening' || !pdf) return <div className={css['message']}><Spinner size={28} /></div>;
  return <Pages pdf={pdf} pages={status.document.numPages} label={label} onAgain={again} />;
}

function Pages({ pdf, pages, label, onAgain }: { readonly pdf: OpenPdf; readonly pages: number; readonly label: string; readonly onAgain: () => void }): ReactNode {
  const { t } = useTranslation('evidence');
  const [attach, room] = useMeasured();
  const [page, setPage] = useState(1);
  const shown = useShownPage(pdf, page, pages, { width: Math.round(room.width * room.ratio), height: Math.round(room.height * room.ratio) });
  const failure = usePageFailure(pdf, page);
  return (
    <div ref={attach} className={css['pdf']}>
      <ZoomStage
        label={`${label} · ${t('page.of', { page, pages })}`} size={shown?.size}
        tools={pages > 1 && (
          <>
            <IconButton icon="up" label={t('page.previous')} disabled={page === 1} onClick={() => setPage(page - 1)} />
            <span className={css['percent']}>{`${page} / ${pages}`}</span>
            <IconButton icon="down" label={t('page.next')} disabled={page === pages} onClick={() => setPage(page + 1)} />
          </>
        )}
      >
        {(box, area) => {
          if (failure !== undefined) return <div className={css['message']}><ProblemNotice problem={{ code: 'file.broken' }} actions={<Again onAgain={onAgain} />} /></div>;
          if (!shown) return <div className={css['message']}><Spinner size={28} /></div>;
          return <div className={css['paper']} data-page={shown.page}><PageCanvas canvas={shown.canvas} /><DetailCanvas shown={shown} box={box} area={area} /></div>;
        }}
      </ZoomStage>
    </div>
  );
}

function Again({ onAgain }: { readonly onAgain: () => void }): ReactNode {
  const { t } = useTranslation('evidence');
  return <Button look="line" icon="refresh" onClick={onAgain}>{t('picture.again')}</Button>;
}
