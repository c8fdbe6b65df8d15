import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ink } from '../../../../protocol/live/marks.ts';
import { limits } from '../../../../protocol/limits.ts';
import { InkChoice } from '../../../deck/bar/InkChoice.tsx';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import type { IconName } from '../../../ui/icons.tsx';
import { annotationTools } from '../../annotate/shapes.ts';
import type { AnnotationTool } from '../../annotate/shapes.ts';
import css from '../viewer/Viewer.module.css';

const icons: Readonly<Record<AnnotationTool, IconName>> = { arrow: 'arrowMark', circle: 'circleMark', text: 'text' };

export interface Pencil {
  readonly tool: AnnotationTool;
  readonly ink: Ink;
  /** The tool was chosen with the keyboard, which goes on to the picture. */
  readonly byKey: boolean;
}

interface Props {
  readonly pencil: Pencil;
  readonly onPencil: (pencil: Pencil) => void;
  /** How many marks there are in all, and how many of them are new. */
  readonly count: number;
  readonly added: number;
  readonly isBusy: boolean;
  readonly onUndo: () => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** What to mark a picture with, and what becomes of it: a new version over the one that was shown. */
export function MarkTools({ pencil, onPencil, count, added, isBusy, onUndo, onSave, onCancel }: Props): ReactNode {
  const { t } = useTranslation(['evidence', 'common', 'directing']);
  return (
    <section className={css['editor']} aria-label={t('mark.title')}>
      <div className={css['editorBody']}>
        <h3>{t('mark.title')}</h3>
        <p className={css['note']}>{t('mark.note')}</p>
        <div className={css['markTools']} role="group" aria-label={t('directing:annotate.tools')}>
          {annotationTools.map((tool) => (
            <IconButton
              key={tool} icon={icons[tool]} label={t(`directing:annotate.tool.${tool}`)} under aria-pressed={pencil.tool === tool} state={pencil.tool === tool ? 'on' : undefined}
              onClick={(event) => onPencil({ ...pencil, tool, byKey: event.detail === 0 })}
            />
          ))}
        </div>
        <InkChoice ink={pencil.ink} open onInk={(ink) => onPencil({ ...pencil, ink, byKey: false })} />
        <Button look="line" icon="undo" disabled={added === 0} onClick={onUndo}>{t('mark.undo')}</Button>
        {count >= limits.annotations && <p className={css['note']} role="status">{t('mark.full', { count: limits.annotations })}</p>}
      </div>
      <div className={css['editorFoot']}>
        <Button look="line" onClick={onCancel}>{t('common:cancel')}</Button>
        <Button look="primary" busy={isBusy} disabled={added === 0} onClick={onSave}>{t('mark.save')}</Button>
      </div>
    </section>
  );
}
