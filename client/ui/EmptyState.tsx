import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import type { IconName } from './icons.tsx';
import css from './EmptyState.module.css';

interface Props {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** What stands where there is nothing yet: what would be here, and how it gets here. */
export function EmptyState({ icon, title, children, actions }: Props): ReactNode {
  return (
    <div className={css['empty']}>
      <Icon name={icon} size={28} />
      <p className={css['title']}>{title}</p>
      {children && <p className={css['text']}>{children}</p>}
      {actions && <div className={css['actions']}>{actions}</div>}
    </div>
  );
}
