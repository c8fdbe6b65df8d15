import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Copy } from '../../../protocol/ceremony/ceremony.ts';
import { address } from '../../app/address.ts';
import type { OpenPdf } from '../../deck/pdf/openPdf.ts';
import { useMeasured, useShownPage } from '../../deck/pdf/useShownPage.ts';
import { usePdf } from '../../deck/pdf/usePdf.ts';
import { PageCanvas } from '../../deck/stage/PageCanvas.tsx';
import { Modal } from '../../room/parts/Modal.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { useCeremony, useSideName } from '../source.tsx';
import css from './Copy.module.css';

/** A copy to be read, page by page, as it stands. */
export function CopyDialog({ copy, onClose }: { readonly copy: Copy; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('ceremony');
  const name = useSideName();
  return (
    <Modal title={t('copy.title', { side: copy.side.toUpperCase(), name: name(copy.side) ?? '' })} onClose={onClose}>
      <CopyPages copy={copy} />
    </Modal>
  );
}

export function CopyPages({ copy }: { readonly copy: Copy }): ReactNode {
  const { t } = useTranslation('ceremony');
  const { session } = useCeremony();
  const { pdf, status, again } = usePdf({
    session: session.id, deck: `ceremony-${copy.side}`, language: '', file: copy.file, bytes: copy.bytes,
    url: address('ceremonyCopy', { session: session.id, copy: copy.side }, { v: copy.file }),
  });
  if (status.state === 'failed') return <ProblemNotice problem={status.problem} actions={<Button look="line" icon="refresh" onClick={again}>{t('copy.again')}</Button>} />;
  if (status.state === 'opening' || !pdf) return <div className={css['wait']}><Spinner size={28} /></div>;
  return <Pages pdf={pdf} pages={status.document.numPages} />;
}

function Pages({ pdf, pages }: { readonly pdf: OpenPdf; readonly pages: number }): ReactNode {
  const { t } = useTranslation('ceremony');
  const [attach, room] = useMeasured();
  const [page, setPage] = useState(1);
  const shown = useShownPage(pdf, page, pages, { width: Math.round(room.width * room.ratio), height: Math.round(room.width * 1.5 * room.ratio) });
  return (
    <div className={css['pages']}>
      <div className={css['tools']}>
        <IconButton icon="up" label={t('copy.previous')} disabled={page === 1} onClick={() => setPage(page - 1)} />
        <span role="status">{t('copy.page', { page, pages })}</span>
        <IconButton icon="down" label={t('copy.next')} disabled={page === pages} onClick={() => setPage(page + 1)} />
      </div>
      <div ref={attach} className={css['paper']} style={shown && { aspectRatio: `${shown.size.width} / ${shown.size.height}` }} role="img" aria-label={t('copy.page', { page, pages })}>
        {shown ? <PageCanvas canvas={shown.canvas} /> : <div className={css['wait']}><Spinner size={28} /></div>}
      </div>
    </div>
  );
}
