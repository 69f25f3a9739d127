import type { Cell, PairFigures, ThemeFigures } from "../../../api/agreement";
import { t } from "../../../i18n";
import { intervalOf, prevalence } from "./figures";

/** What the table can show of a theme, in the order in which it stands. One list leads head, rows, sorting and file. Pure. */

type Figure =
  | Cell
  | "agree"
  | "positive"
  | "negative"
  | "prevalence"
  | "prevalenceIndex"
  | "bias"
  | "pabak"
  | "ac1"
  | "kappaMax"
  | "kappa"
  | "alpha";

export type FigureColumn = Figure | `after.${Cell | "kappa" | "alpha"}`;
/** Figures, and what stands beside them. */
export type Column = "theme" | FigureColumn | "interval" | "after.interval" | "know";

/** Those that a reader may add or take away; the rest always stands. */
export const OPTIONAL = [
  "agree",
  "positive",
  "negative",
  "prevalence",
  "prevalenceIndex",
  "bias",
  "pabak",
  "ac1",
  "kappaMax",
  "alpha",
] as const satisfies readonly Figure[];
export type Optional = (typeof OPTIONAL)[number];
export const USUAL: readonly Optional[] = ["agree", "positive", "prevalence", "bias", "alpha"];

const CELLS = ["a", "b", "c", "d"] as const;
const BESIDE_AFTER: readonly Column[] = ["theme", ...CELLS, "alpha", "kappa", "interval"];
const AFTER: readonly Column[] = [
  "after.a",
  "after.b",
  "after.c",
  "after.d",
  "after.alpha",
  "after.kappa",
  "after.interval",
];

/** The columns of a table; beside the figures after discussion there is room for the first ones alone. */
export function columnsOf(chosen: readonly Optional[], withAfter: boolean): readonly Column[] {
  if (withAfter) return [...BESIDE_AFTER, ...AFTER];
  const shown = OPTIONAL.filter((column) => chosen.includes(column) && column !== "alpha");
  return [
    "theme",
    ...CELLS,
    ...shown,
    "kappa",
    "interval",
    ...(chosen.includes("alpha") ? ["alpha" as const] : []),
    "know",
  ];
}

export function isFigure(column: Column): column is FigureColumn {
  return column !== "theme" && column !== "know" && !column.endsWith("interval");
}

export function isAfter(column: Column): boolean {
  return column.startsWith("after.");
}

/** The same column of the independent figures. */
export function bare(column: FigureColumn): Figure {
  return column.replace("after.", "") as Figure;
}

interface Counted {
  readonly figures: ThemeFigures;
  readonly pair: PairFigures;
}

/** A theme's figures as far as columns need them. */
export interface Values extends Counted {
  readonly after: Counted | undefined;
}

/** The figure of a column in full precision; null where it is undefined. */
export function figureIn(row: Values, column: FigureColumn): number | null {
  const counted = isAfter(column) ? row.after : row;
  return counted ? figureOf(counted, bare(column)) : null;
}

function figureOf({ figures, pair }: Counted, column: Figure): number | null {
  switch (column) {
    case "a":
    case "b":
    case "c":
    case "d":
      return pair[column];
    case "agree":
      return pair.percent_agreement;
    case "positive":
      return pair.positive_agreement;
    case "negative":
      return pair.negative_agreement;
    case "prevalence":
      return prevalence(pair);
    case "prevalenceIndex":
      return pair.prevalence_index;
    case "bias":
      return pair.bias_index;
    case "pabak":
      return pair.pabak;
    case "ac1":
      return pair.gwet_ac1;
    case "kappaMax":
      return pair.cohen_kappa_max;
    case "kappa":
      return pair.cohen_kappa;
    case "alpha":
      return figures.krippendorff_alpha;
  }
}

/** Ends of the interval that is drawn. */
export function endsOf(row: Values, column: "interval" | "after.interval"): readonly [number, number] | null {
  const counted = column === "interval" ? row : row.after;
  const drawn = counted && intervalOf(counted.pair);
  return drawn ? [drawn.low, drawn.high] : null;
}

/** Why the figures of a pair are undefined, as the server names it; empty where they are not. */
export function reasonOf({ pair, figures }: Counted, columns: readonly Column[]): string {
  const own = pair.cohen_kappa === null ? (pair.reason ?? pair.reasons?.cohen_kappa) : undefined;
  const ofAll = columns.includes("alpha") && figures.krippendorff_alpha === null ? figures.reason : undefined;
  return own ?? ofAll ?? "";
}

export interface CoderNames {
  readonly first: string;
  readonly second: string;
}

export function columnName(column: Column, { first, second }: CoderNames): string {
  if (column === "theme") return t("agreement.theme");
  if (column === "know") return t("agreement.know");
  if (!isFigure(column)) return t("agreement.interval");
  const figure = bare(column);
  switch (figure) {
    case "a":
      return t("agreement.both");
    case "b":
      return t("agreement.onlyName", { name: first });
    case "c":
      return t("agreement.onlyName", { name: second });
    case "d":
      return t("agreement.neither");
    case "prevalence":
      return t("agreement.prevalenceShort");
    default:
      return t(`agreement.${figure}`);
  }
}
