import type { ItemKind } from '../../../protocol/training/model.ts';

const folders: Readonly<Record<Exclude<ItemKind, 'class'>, string>> = { lesson: 'lessons', quiz: 'quizzes', assignment: 'assignments' };

export function editionPath(edition: string, ...rest: readonly string[]): string {
  return ['/training/editions', edition, ...rest].join('/');
}

/** Where an item of a course is; a class has the page of its session. */
export function itemPath(edition: string, kind: ItemKind, id: string): string | undefined {
  return kind === 'class' ? undefined : editionPath(edition, folders[kind], id);
}
