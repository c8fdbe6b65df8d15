import { useState } from 'react';
import type { ReactNode } from 'react';
import { Switch } from '../../ui/Field.tsx';

interface Props {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  /** Sends it; the answer is the command's id, or nothing when it was refused. */
  readonly onChange: (checked: boolean) => Promise<unknown>;
}

/** A switch that acts at once: shows what was chosen while it is on its way, and what is so when it was refused. */
export function SentSwitch({ checked, onChange, ...rest }: Props): ReactNode {
  const [wanted, setWanted] = useState<boolean>();
  const send = async (next: boolean): Promise<void> => {
    setWanted(next);
    await onChange(next);
    setWanted(undefined);
  };
  return <Switch {...rest} checked={wanted ?? checked} onChange={(next) => void send(next)} />;
}
