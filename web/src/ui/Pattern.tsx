import type { JSX } from "preact";
import { useId } from "preact/hooks";

/** What a coder's bars are filled with, by the place of the coder's lane, never by the person. */
export const PATTERNS = ["solid", "diagonal", "dots", "horizontal", "hollow", "crossHatch"] as const;
export type PatternName = (typeof PATTERNS)[number];

/** The pattern of the n-th lane, from 1. */
export function patternOf(lane: number): PatternName {
  return PATTERNS[(lane - 1) % PATTERNS.length] ?? "solid";
}

/** One tile of each pattern that has tiles: side in pixels, and what is drawn on it. */
const TILES: Partial<Record<PatternName, { readonly side: number; readonly drawing: JSX.Element }>> = {
  diagonal: { side: 5, drawing: <path d="M-1 1L1 -1M0 5L5 0M4 6L6 4" stroke-width="1.6" /> },
  dots: { side: 4, drawing: <circle cx="2" cy="2" r="1.1" class="pattern-dot" /> },
  horizontal: { side: 4, drawing: <path d="M0 2h4" stroke-width="1.6" /> },
  crossHatch: { side: 5, drawing: <path d="M0 0L5 5M0 5L5 0" stroke-width="1.1" /> },
};

interface PatternProps {
  readonly pattern: PatternName;
  /** A theme's slot, 1 to 12; without one it is drawn in the colour of the text, as in a legend. */
  readonly colour?: number;
  readonly width?: number;
  readonly height?: number;
}

/** A patch of a coder's pattern, in a theme's mark on its wash with an outline. Decoration: the name stands beside it. */
export function Pattern({ pattern, colour, width = 12, height = 12 }: PatternProps) {
  const id = useId();
  const tile = TILES[pattern];
  const box = { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 2 };
  return (
    <svg
      class={`pattern ${colour === undefined ? "slot-none" : `slot-${colour}`}`}
      width={width}
      height={height}
      aria-hidden="true"
      data-pattern={pattern}
    >
      {tile && (
        <pattern id={id} width={tile.side} height={tile.side} patternUnits="userSpaceOnUse">
          <g class="pattern-line">{tile.drawing}</g>
        </pattern>
      )}
      <rect class={pattern === "solid" ? "pattern-solid" : "pattern-ground"} {...box} />
      {tile && <rect {...box} fill={`url(#${id})`} />}
    </svg>
  );
}
