import type { ReactNode } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import type { IconButtonProps } from '../../ui/IconButton.tsx';

/** A button of the bar: the word stays under the icon, and the state is said as pressed. */
export function Control({ pressed, ...rest }: IconButtonProps & { readonly pressed?: boolean }): ReactNode {
  return <IconButton {...rest} under aria-pressed={pressed} />;
}
