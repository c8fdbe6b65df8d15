import type { ResourceKey } from 'i18next';

/** The texts of every screen, by the place of their file. */
export const files = import.meta.glob<ResourceKey>('./*/*.json', { import: 'default' });
