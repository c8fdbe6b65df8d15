import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { disposeCanvas, drawPage } from '../../deck/pdf/library.ts';
import { usePdf } from '../../deck/pdf/usePdf.ts';
import { useShown, useStageNow } from '../../deck/view/useDeckView.ts';
import type { StageNow } from '../../deck/view/useDeckView.ts';
import { useLive } from '../../live/context.tsx';
import { Button } from '../../ui/Button.tsx';
import type { Chosen } from './AddEvidenceDialog.tsx';
import { capturePage } from './capture.ts';
import css from './AddEvidence.module.css';

interface Props {
  readonly chosen: Chosen | undefined;
  readonly onChoose: (chosen: Chosen) => void;
}

/** Pixels of the longer side: a page of small print can still be read. */
const PAGE_PX = 2_400;

/** The page that this screen shows on the stage; nothing when there is none. */
export function StagePage(props: Props): ReactNode {
  const now = useStageNow();
  return now ? <Page now={now} {...props} /> : null;
}

function Page({ now: { stage, deck, version }, chosen, onChoose }: Props & { readonly now: StageNow }): ReactNode {
  const { t } = useTranslation('camera');
  const { session } = useLive();
  const { page } = useShown(stage);
  const { status } = usePdf({ session, deck: deck.id, language: version.language, file: version.file, bytes: version.bytes });
  const name = t('add.page', { page, deck: deck.title });
  const isChosen = chosen?.kind === 'page' && chosen.name === name;
  const choose = (): void => {
    if (status.state !== 'open') return;
    const { document } = status;
    onChoose({
      kind: 'page', name,
      take: async () => {
        const canvas = await drawPage(document, page, { width: PAGE_PX, height: PAGE_PX }, new AbortController().signal);
        try {
          return await capturePage(canvas);
        } finally {
          disposeCanvas(canvas);
        }
      },
    });
  };
  return (
    <div className={css['source']} data-chosen={isChosen || undefined}>
      <div className={css['words']}><b>{name}</b><small>{t('add.pageHint')}</small></div>
      <Button look={isChosen ? 'primary' : 'line'} icon={isChosen ? 'check' : 'slides'} aria-pressed={isChosen} busy={status.state === 'opening'} onClick={choose}>{t('add.choosePage')}</Button>
    </div>
  );
}
