import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/IconButton.tsx';
import type { IconName } from '../../ui/icons.tsx';
import type { Pencil, Tool } from '../ink/tools.ts';
import { tools } from '../ink/tools.ts';
import type { Rights } from '../view/useDeckView.ts';
import { InkChoice } from './InkChoice.tsx';
import css from './bar.module.css';

interface Props {
  readonly pencil: Pencil;
  /** `byKey`: chosen with the keyboard, which goes on to the page. */
  readonly onPencil: (pencil: Pencil, byKey?: boolean) => void;
  readonly rights: Rights;
  readonly mayUndo: boolean;
  readonly mayClear: boolean;
  readonly onUndo: () => void;
  readonly onClear: () => void;
  /** The inks stand open, where there is room for them. */
  readonly open?: boolean;
}

const icons: Readonly<Record<Tool, IconName>> = { select: 'pointer', pointer: 'laser', pen: 'pen', marker: 'marker', text: 'text' };

/** Which of the tools a role has. */
export function toolsFor({ draw, point }: Rights): readonly Tool[] {
  return tools.filter((tool) => tool === 'select' || (tool === 'pointer' ? point : draw));
}

/** Pointing, drawing and writing on the page, and taking it back. */
export function DrawTools({ pencil, onPencil, rights, mayUndo, mayClear, onUndo, onClear, open = false }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const offered = toolsFor(rights);
  if (offered.length === 1) return null;
  return (
    <div className={css['tools']} role="group" aria-label={t('tools.label')}>
      {offered.map((tool) => (
        <IconButton
          key={tool} icon={icons[tool]} label={t(`tools.${tool}`)} aria-pressed={pencil.tool === tool} state={pencil.tool === tool ? 'on' : undefined}
          onClick={(event) => onPencil({ ...pencil, tool }, event.detail === 0)}
        />
      ))}
      {rights.draw && (
        <>
          <InkChoice ink={pencil.ink} onInk={(ink) => onPencil({ tool: pencil.tool === 'select' || pencil.tool === 'pointer' ? 'pen' : pencil.tool, ink })} open={open} />
          <IconButton icon="undo" label={t('tools.undo')} disabled={!mayUndo} onClick={onUndo} />
        </>
      )}
      {rights.lead && <IconButton icon="trash" label={t('tools.clear')} disabled={!mayClear} onClick={onClear} />}
    </div>
  );
}
