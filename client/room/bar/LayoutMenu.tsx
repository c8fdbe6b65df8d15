import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyStage, layouts } from '../../../protocol/live/stage.ts';
import type { Layout } from '../../../protocol/live/stage.ts';
import { useMay, useMe, useSession } from '../../live/context.tsx';
import type { IconName } from '../../ui/icons.tsx';
import { useCell } from '../live/cell.ts';
import { useRoom } from '../live/context.tsx';
import { useCommand } from '../live/useCommand.ts';
import { useOfferedStageView, useStageView } from '../stageViews.ts';
import { Menu } from '../parts/Menu.tsx';
import type { MenuGroup } from '../parts/Menu.tsx';

const icons: Record<Layout, IconName> = { auto: 'layout', grid: 'grid', speaker: 'person', page: 'slides' };

/** How one sees the room; and how everybody does, for who may set it. */
export function useLayoutGroups(): readonly MenuGroup[] {
  const { t } = useTranslation(['room', 'kinds']);
  const room = useRoom();
  const run = useCommand();
  const me = useMe();
  const mayPush = useMay('stage.layout');
  const view = useCell(room.view);
  const offered = useOfferedStageView();
  const shown = useStageView() !== undefined;
  const stage = useSession((state) => state.stages[me.room]) ?? emptyStage;
  const instead: MenuGroup = {
    id: 'instead', entries: offered ? [{ id: offered.id, icon: offered.icon, label: t(offered.label), chosen: shown, onAction: () => room.stageView.set(!shown) }] : [],
  };
  const own: MenuGroup = {
    id: 'own', label: t('layout.own'), one: true,
    entries: layouts.map((layout) => ({
      id: layout, icon: icons[layout], label: t(`layout.${layout}`), chosen: (view.layout ?? stage.layout) === layout,
      onAction: () => room.view.change(({ subject }) => ({ layout, pinned: [], subject })),
    })),
  };
  if (!mayPush) return [instead, own];
  return [instead, own, {
    id: 'all', label: t('layout.forAll'), one: true,
    entries: layouts.map((layout) => ({
      id: `all-${layout}`, icon: icons[layout], label: t(`layout.${layout}`), chosen: stage.layout === layout,
      onAction: () => {
        room.view.change(({ subject }) => ({ pinned: [], subject }));
        void run('stage.layout', { layout, pinned: [...stage.pinned] });
      },
    })),
  }, {
    id: 'pins', entries: stage.pinned.length === 0 ? [] : [{ id: 'unpin', icon: 'pin', label: t('layout.unpinAll'), onAction: () => void run('stage.layout', { layout: stage.layout, pinned: [] }) }],
  }];
}

export function LayoutMenu(): ReactNode {
  const { t } = useTranslation('room');
  return <Menu label={t('bar.layout')} icon="layout" under groups={useLayoutGroups()} />;
}
