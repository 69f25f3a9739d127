import type { Coding, Id } from "../../model/entries";

/** A coding as a bar in its coder's lane. Pixels from the top of the turn; `column` 0 or 1 within the lane. */
export interface Bar {
  readonly coding: Coding;
  readonly lane: number;
  readonly top: number;
  readonly bottom: number;
  readonly column: number;
  /** Where the shape stands: beside the bar's head, clear of the other bar. */
  readonly shapeLeft: number;
  readonly shapeTop: number;
}

export interface LaneBars {
  readonly bars: readonly Bar[];
  /** More codings than two side by side, by lane. */
  readonly more: ReadonlyMap<number, number>;
}

/** A lane's two columns, from left to left, and room for a shape. */
const COLUMN = 15;
const SHAPE = 12;

/** Puts measured codings into lanes: at most two side by side, what is over is counted. */
export function placeBars(
  measured: readonly { readonly coding: Coding; readonly top: number; readonly bottom: number }[],
  lanes: readonly Id[],
): LaneBars {
  const bars: Bar[] = [];
  const more = new Map<number, number>();
  for (const [lane, coder] of lanes.entries()) {
    const own = measured.filter(({ coding }) => coding.coder === coder).sort((a, b) => a.top - b.top);
    const ends = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const placed: Omit<Bar, "shapeLeft" | "shapeTop">[] = [];
    for (const it of own) {
      const column = ends.findIndex((end) => end <= it.top);
      if (column < 0) {
        more.set(lane, (more.get(lane) ?? 0) + 1);
        continue;
      }
      ends[column] = it.bottom;
      placed.push({ ...it, lane, column });
    }
    for (const bar of placed) bars.push({ ...bar, ...shapeOf(bar, placed) });
  }
  return { bars, more };
}

function shapeOf(
  bar: Omit<Bar, "shapeLeft" | "shapeTop">,
  others: readonly Omit<Bar, "shapeLeft" | "shapeTop">[],
): { readonly shapeLeft: number; readonly shapeTop: number } {
  const beside = others.find(
    (it) => it.column === 1 && bar.column === 0 && it.top < bar.top + SHAPE && bar.top < it.bottom,
  );
  const isPushed = bar.column === 1 && others.some((it) => it.column === 0 && Math.abs(it.top - bar.top) < SHAPE);
  const columns = bar.column === 1 || beside ? 2 : 1;
  return { shapeLeft: columns * COLUMN, shapeTop: bar.top + (isPushed ? SHAPE : 0) };
}
