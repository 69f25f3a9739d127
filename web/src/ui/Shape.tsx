/** The mark of a theme: one of twelve shapes in one of twelve colours, hollow from the thirteenth theme on. */

export const SHAPES = [
  "circle",
  "square",
  "triangle",
  "diamond",
  "triangleDown",
  "pentagon",
  "hexagon",
  "star",
  "plus",
  "halfDisc",
  "bar",
  "cross",
] as const;
export type ShapeName = (typeof SHAPES)[number];

export interface ThemeLook {
  /** 1 to 12, the number of a slot in tokens.css. */
  readonly colour: number;
  readonly shape: ShapeName;
  readonly hollow?: boolean;
}

/** The look of the n-th theme of a codebook, from 1; a sub-theme takes its parent's colour and its own shape. */
export function lookOf(n: number, parent?: number): ThemeLook {
  const place = (n - 1) % SHAPES.length;
  const colour = ((parent ?? n) - 1) % SHAPES.length;
  return { colour: colour + 1, shape: SHAPES[place] ?? "circle", hollow: n > SHAPES.length };
}

/** Outlines in a box of 16 by 16, of about the same weight to the eye. */
const OUTLINES: Record<ShapeName, string> = {
  circle: "M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12z",
  square: "M2.7 2.7h10.6v10.6H2.7z",
  triangle: "M8 1.8L14.6 13.6H1.4z",
  diamond: "M8 1L15 8L8 15L1 8z",
  triangleDown: "M8 14.2L1.4 2.4h13.2z",
  pentagon: "M8 1.5L14.7 6.4L12.1 14.2H3.9L1.3 6.4z",
  hexagon: "M4.6 2.2h6.8L14.8 8L11.4 13.8H4.6L1.2 8z",
  star: "M8 .8L10.1 5.6L15.3 6.1L11.4 9.5L12.5 14.6L8 11.9L3.5 14.6L4.6 9.5L.7 6.1L5.9 5.6z",
  plus: "M5.8 1.6h4.4v4.2h4.2v4.4h-4.2v4.2H5.8v-4.2H1.6V5.8h4.2z",
  halfDisc: "M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12z",
  bar: "M1.2 5.4h13.6v5.2H1.2z",
  cross: "M4.3 1.4L8 5.1L11.7 1.4L14.6 4.3L10.9 8L14.6 11.7L11.7 14.6L8 10.9L4.3 14.6L1.4 11.7L5.1 8L1.4 4.3z",
};

/** The filled half of the half disc, or the line that divides it when hollow. */
const HALF = { filled: "M8 2a6 6 0 0 1 0 12z", hollow: "M8 2v12" };

/** Decoration: the theme's name always stands beside it. */
export function Shape({ colour, shape, hollow = false, size = 12 }: ThemeLook & { readonly size?: number }) {
  const isHalf = shape === "halfDisc";
  return (
    <svg
      class={`shape slot-${colour}`}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      data-shape={shape}
      data-hollow={hollow}
    >
      <path class={hollow || isHalf ? "shape-line" : "shape-full"} d={OUTLINES[shape]} />
      {isHalf && <path class={hollow ? "shape-line" : "shape-full"} d={hollow ? HALF.hollow : HALF.filled} />}
    </svg>
  );
}
