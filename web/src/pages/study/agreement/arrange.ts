import { inOrder } from "../../../i18n";
import { type Column, endsOf, figureIn, isFigure } from "./columns";
import { flagsOf, isUsed } from "./figures";
import type { Row, ThemeRow } from "./rows";

/** Which rows of the table stand, and in what order. Pure. */

export interface Sort {
  readonly by: Column;
  readonly isDown: boolean;
}

/** "kappa", or "-kappa" where the largest comes first. */
export function readSort(text: string | null, columns: readonly Column[]): Sort | undefined {
  const isDown = text?.startsWith("-") ?? false;
  const by = columns.find((column) => column === text?.slice(isDown ? 1 : 0));
  return by && { by, isDown };
}

export function writeSort(sort: Sort | undefined): string | undefined {
  return sort && `${sort.isDown ? "-" : ""}${sort.by}`;
}

/** What a press on a column's head does: upward, downward, back to the order of the codebook. */
export function nextSort(sort: Sort | undefined, by: Column): Sort | undefined {
  if (sort?.by !== by) return { by, isDown: false };
  return sort.isDown ? undefined : { by, isDown: true };
}

export interface Wanted {
  /** Text that a theme's name holds, in either language. */
  readonly find: string;
  readonly sort: Sort | undefined;
  /** Themes that nobody applied stand, too. */
  readonly withUnused: boolean;
  /** This theme stands in any case: it is being looked at. */
  readonly chosen: string | undefined;
}

export interface Arranged {
  readonly rows: readonly Row[];
  /** Themes that are folded away because nobody applied them. */
  readonly folded: number;
}

export function arranged(rows: readonly Row[], { find, sort, withUnused, chosen }: Wanted): Arranged {
  const words = find.trim().toLowerCase();
  const holds = ({ theme: { label } }: ThemeRow): boolean =>
    [label.id, label.en].some((name) => name.toLowerCase().includes(words));
  const found = rows.filter((row) => row.is === "heading" || holds(row));
  const isShown = (row: Row): boolean =>
    row.is === "heading" || withUnused || words !== "" || isUsed(row.figures) || row.theme.theme === chosen;
  const shown = found.filter(isShown);
  return {
    rows: sort ? sorted(shown, sort) : withTheirHeadings(shown),
    folded: found.length - shown.length,
  };
}

/** Headings stand where a theme under them does. */
function withTheirHeadings(rows: readonly Row[]): readonly Row[] {
  const parents = new Map(rows.map(({ theme }) => [theme.theme, theme.parent]));
  const needed = new Set<string>();
  for (const row of rows) {
    let above = row.is === "theme" ? row.theme.parent : null;
    while (above !== null && !needed.has(above)) {
      needed.add(above);
      above = parents.get(above) ?? null;
    }
  }
  return rows.filter((row) => row.is === "theme" || needed.has(row.theme.theme));
}

/** Themes alone: under another order headings mean nothing. What is undefined comes last either way. */
function sorted(rows: readonly Row[], { by, isDown }: Sort): readonly ThemeRow[] {
  const themes = rows.filter((row): row is ThemeRow => row.is === "theme");
  const known = themes.filter((row) => placeOf(row, by) !== null);
  const ordered = known.sort((one, other) => (isDown ? -1 : 1) * compare(placeOf(one, by), placeOf(other, by)));
  return [...ordered, ...themes.filter((row) => placeOf(row, by) === null)];
}

function placeOf(row: ThemeRow, by: Column): string | number | null {
  if (by === "theme") return row.name;
  if (by === "know") return flagsOf(row.pair).length;
  return isFigure(by) ? figureIn(row, by) : (endsOf(row, by)?.[0] ?? null);
}

function compare(one: string | number | null, other: string | number | null): number {
  return typeof one === "number" && typeof other === "number" ? one - other : inOrder(String(one), String(other));
}
