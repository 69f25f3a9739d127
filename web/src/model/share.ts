import type { Segment } from "./entries";

/** A coder's part of a transcript in a round: the base segments that at least one theme applies to, and those of them that are reviewed. */
export interface Share {
  readonly done: number;
  readonly of: number;
  /** The first of them that is not reviewed, from 1; undefined if there is none, or while the text is on its way. */
  readonly next: number | undefined;
}

export function shareOf(
  segments: readonly Segment[],
  inScope: readonly boolean[],
  reviewed: ReadonlySet<number>,
): Share {
  let [done, of, next]: [number, number, number | undefined] = [0, 0, undefined];
  for (const [i, { start }] of segments.entries()) {
    if (!inScope[i]) continue;
    of++;
    if (reviewed.has(start)) done++;
    else next ??= i + 1;
  }
  return { done, of, next };
}
