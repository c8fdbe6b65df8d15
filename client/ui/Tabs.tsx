import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import { cx } from './cx.ts';
import css from './Tabs.module.css';

export interface TabEntry<K extends string = string> {
  readonly id: K;
  readonly label: string;
  /** Shown beside the label when above 0: unread, waiting. */
  readonly count?: number;
  readonly content: ReactNode;
}

interface Props<K extends string> {
  /** What the tabs are of, for screen readers. */
  readonly label: string;
  readonly tabs: readonly TabEntry<K>[];
  readonly selected: K;
  readonly onSelect: (id: K) => void;
  /** The tabs share the width: a panel. */
  readonly even?: boolean;
}

/** Several views of which one is shown. */
export function Tabs<K extends string>({ label, tabs, selected, onSelect, even = false }: Props<K>): ReactNode {
  return (
    <AriaTabs className={css['tabs'] ?? ''} selectedKey={selected} onSelectionChange={(key) => onSelect(key as K)}>
      <TabList aria-label={label} className={cx(css['list'], even && css['even'])}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={css['tab'] ?? ''}>
            {tab.label}{tab.count !== undefined && tab.count > 0 && <span className={css['count']}>{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => <TabPanel key={tab.id} id={tab.id} className={css['panel'] ?? ''}>{tab.content}</TabPanel>)}
    </AriaTabs>
  );
}
