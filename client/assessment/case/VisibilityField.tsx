import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Switch } from '../../ui/Field.tsx';
import { useCase, useSideName } from './source.tsx';

interface Props {
  readonly isPrivate: boolean;
  readonly onChange: (isPrivate: boolean) => void;
  /** Both sides read it already: it stays so. */
  readonly isShared?: boolean;
}

/** Whether something is for one's own side alone. */
export function VisibilityField({ isPrivate, onChange, isShared = false }: Props): ReactNode {
  const { t } = useTranslation('case');
  const { me } = useCase();
  const side = useSideName();
  return (
    <Switch
      label={t('visibility.private', { side: side(me.administration) })} hint={t(isShared ? 'visibility.shared' : isPrivate ? 'visibility.privateText' : 'visibility.jointText')}
      checked={isPrivate} disabled={isShared} onChange={onChange}
    />
  );
}
