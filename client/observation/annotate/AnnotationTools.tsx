import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ink } from '../../../protocol/live/marks.ts';
import { InkChoice } from '../../deck/bar/InkChoice.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { IconName } from '../../ui/icons.tsx';
import { annotationTools } from './shapes.ts';
import type { AnnotationTool } from './shapes.ts';
import css from './annotate.module.css';

const icons: Readonly<Record<AnnotationTool, IconName>> = { arrow: 'arrowMark', circle: 'circleMark', text: 'text' };

interface Props {
  /** undefined: nothing is drawn; the same tool again puts it away. */
  readonly tool: AnnotationTool | undefined;
  readonly ink: Ink;
  /** `byKey`: chosen with the keyboard, which goes on to the picture. */
  readonly onTool: (tool: AnnotationTool | undefined, byKey: boolean) => void;
  readonly onInk: (ink: Ink) => void;
}

/** What to mark a picture with, and in which colour. */
export function AnnotationTools({ tool, ink, onTool, onInk }: Props): ReactNode {
  const { t } = useTranslation('directing');
  return (
    <div className={css['tools']} role="group" aria-label={t('annotate.tools')}>
      {annotationTools.map((one) => (
        <IconButton
          key={one} icon={icons[one]} label={t(`annotate.tool.${one}`)} aria-pressed={tool === one} state={tool === one ? 'on' : undefined}
          onClick={(event) => onTool(tool === one ? undefined : one, event.detail === 0)}
        />
      ))}
      <InkChoice ink={ink} onInk={onInk} open={false} />
    </div>
  );
}
