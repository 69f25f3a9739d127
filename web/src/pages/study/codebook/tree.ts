import type { Theme } from "../../../model/entries";

/** A theme with what stands under it, in order of place. */
export interface Branch<T extends Theme = Theme> {
  readonly theme: T;
  readonly children: readonly Branch<T>[];
}

/** A visible line of the tree; level, place and size count from 1, as ARIA does. */
export interface Row<T extends Theme = Theme> extends Branch<T> {
  readonly level: number;
  readonly posInSet: number;
  readonly setSize: number;
}

/** The living themes as a tree. One whose parent is not among them stands at the top, so that nothing is ever out of sight. */
export function treeOf<T extends Theme>(themes: readonly T[]): readonly Branch<T>[] {
  const living = themes.filter((theme) => !theme.archived);
  const ids = new Set(living.map((theme) => theme.theme));
  const under = (parent: string | null): readonly Branch<T>[] =>
    living
      .filter((theme) => (theme.parent !== null && ids.has(theme.parent) ? theme.parent : null) === parent)
      .sort(byPlace)
      .map((theme) => ({ theme, children: under(theme.theme) }));
  return under(null);
}

/** The lines that show while some branches are folded. */
export function rowsOf<T extends Theme>(
  branches: readonly Branch<T>[],
  folded: ReadonlySet<string>,
  level = 1,
): readonly Row<T>[] {
  return branches.flatMap((branch, index) => [
    { ...branch, level, posInSet: index + 1, setSize: branches.length },
    ...(folded.has(branch.theme.theme) ? [] : rowsOf(branch.children, folded, level + 1)),
  ]);
}

/** Themes in the order of the tree, parents before children. */
export function inTreeOrder<T extends Theme>(themes: readonly T[]): readonly T[] {
  return rowsOf(treeOf(themes), new Set()).map((row) => row.theme);
}

/** The living siblings of a theme, itself among them, in order. */
export function siblingsOf<T extends Theme>(themes: readonly T[], theme: T): readonly T[] {
  return themes.filter((other) => !other.archived && other.parent === theme.parent).sort(byPlace);
}

/** Moves a theme up (-1) or down (1) among its siblings: the entries whose place changes, none at the edge. */
export function moved<T extends Theme>(themes: readonly T[], theme: T, by: -1 | 1): readonly T[] {
  const siblings = siblingsOf(themes, theme);
  const from = siblings.findIndex((sibling) => sibling.theme === theme.theme);
  const to = from + by;
  if (from < 0 || to < 0 || to >= siblings.length) return [];
  const order = siblings.toSpliced(from, 1).toSpliced(to, 0, theme);
  return order.flatMap((sibling, place) => (sibling.place === place ? [] : [{ ...sibling, place }]));
}

/** The place after the last one under a parent. */
export function lastPlace(themes: readonly Theme[], parent: string | null): number {
  return Math.max(-1, ...themes.filter((t) => !t.archived && t.parent === parent).map((t) => t.place)) + 1;
}

/** Where a theme may stand: any living theme that is not itself nor under it. */
export function possibleParents<T extends Theme>(themes: readonly T[], theme: string): readonly T[] {
  const within = new Set([theme]);
  const ordered = inTreeOrder(themes);
  for (const other of ordered) if (other.parent !== null && within.has(other.parent)) within.add(other.theme);
  return ordered.filter((other) => !within.has(other.theme));
}

/** The first slot of the twelve that no living theme has, else the least used one. */
export function freeSlot(themes: readonly Theme[]): number {
  const uses = Array.from({ length: 12 }, () => 0);
  for (const theme of themes)
    if (!theme.archived) uses[(theme.colour - 1) % 12] = (uses[(theme.colour - 1) % 12] ?? 0) + 1;
  return uses.indexOf(Math.min(...uses)) + 1;
}

function byPlace(one: Theme, other: Theme): number {
  return one.place - other.place || (one.theme < other.theme ? -1 : 1);
}
