import type { RefObject } from "preact";
import { useState } from "preact/hooks";

/** A place in a grid: row and column of the cells that can take the focus. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * A grid with one tab stop (ARIA APG): arrows, Home, End, Ctrl Home and Ctrl End move by cell. What can take the focus in a cell carries
 * `data-cell`; rows without such cells do not count.
 *
 * @param first the row that the first tab leads to
 */
export function useGrid(table: RefObject<HTMLTableElement>, first: number) {
  const [at, setAt] = useState<Place>({ row: first, column: 0 });
  const focus = (wanted: Place): void => {
    const rows = cellsOf(table.current);
    const row = Math.min(Math.max(0, wanted.row), rows.length - 1);
    const column = Math.min(Math.max(0, wanted.column), (rows[row]?.length ?? 1) - 1);
    setAt({ row, column });
    rows[row]?.[column]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const here = placeOf(table.current, event.target);
    const next = here && moved(here, event.key, event.ctrlKey);
    if (!next) return;
    event.preventDefault();
    focus(next);
  };
  const onFocusIn = (event: FocusEvent): void => {
    const here = placeOf(table.current, event.target);
    if (here && (here.row !== at.row || here.column !== at.column)) setAt(here);
  };
  const tabIndex = (row: number, column: number): 0 | -1 => (row === at.row && column === at.column ? 0 : -1);
  return { at, tabIndex, onKeyDown, onFocusIn, focus };
}

export type Grid = ReturnType<typeof useGrid>;

function moved({ row, column }: Place, key: string, isFar: boolean): Place | undefined {
  switch (key) {
    case "ArrowUp":
      return { row: row - 1, column };
    case "ArrowDown":
      return { row: row + 1, column };
    case "ArrowLeft":
      return { row, column: column - 1 };
    case "ArrowRight":
      return { row, column: column + 1 };
    case "Home":
      return { row: isFar ? 0 : row, column: 0 };
    case "End":
      return { row: isFar ? Number.POSITIVE_INFINITY : row, column: Number.POSITIVE_INFINITY };
    default:
      return undefined;
  }
}

function cellsOf(table: HTMLTableElement | null): readonly (readonly HTMLElement[])[] {
  const rows = [...(table?.querySelectorAll<HTMLTableRowElement>("tr") ?? [])];
  return rows.map((row) => [...row.querySelectorAll<HTMLElement>("[data-cell]")]).filter((cells) => cells.length > 0);
}

function placeOf(table: HTMLTableElement | null, target: EventTarget | null): Place | undefined {
  if (!(target instanceof Element)) return undefined;
  const cell = target.closest<HTMLElement>("[data-cell]");
  for (const [row, cells] of cellsOf(table).entries()) {
    const column = cell ? cells.indexOf(cell) : -1;
    if (column >= 0) return { row, column };
  }
  return undefined;
}
