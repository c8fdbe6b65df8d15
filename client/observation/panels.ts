import type { PanelDefinition } from '../room/panel.ts';

/** What a visit adds beside the stage. Each panel is fetched when it is first opened. */
export const observationPanels: readonly PanelDefinition[] = [];
