import type { DOMAttributes, ReactElement, ReactNode } from 'react';
import { Focusable, Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import css from './Tooltip.module.css';

/** A few more words about something that can be focused, on hover and on focus; Escape closes it. Never the only place of what one must know. */
export function Tooltip({ text, children }: { readonly text: string; readonly children: ReactElement<DOMAttributes<Element>, string> }): ReactNode {
  return (
    <TooltipTrigger delay={500}>
      <Focusable>{children}</Focusable>
      <AriaTooltip offset={6} className={css['tip'] ?? ''}>{text}</AriaTooltip>
    </TooltipTrigger>
  );
}
