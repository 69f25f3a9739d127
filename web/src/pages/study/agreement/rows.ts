import type { Cell, PairFigures, RoundFigures, ThemeFigures } from "../../../api/agreement";
import { coefficient, number, t } from "../../../i18n";
import type { Id, Round, Theme } from "../../../model/entries";
import { inTree, said } from "../../../model/selectors";
import { nameOf } from "../codebook/look";
import { type AgreementState, type Pair, queueHref } from "./conditions";
import { pairOf, prevalence } from "./figures";
import { coefficientOr, shareOr, undefinedWords, unitsN } from "./words";

/** One theme of the table for one pair; headings of the codebook stand between. */
export type Row =
  | { readonly is: "heading"; readonly theme: Theme }
  | {
      readonly is: "theme";
      readonly theme: Theme;
      readonly figures: ThemeFigures;
      readonly pair: PairFigures;
      readonly after: { readonly figures: ThemeFigures; readonly pair: PairFigures } | undefined;
    };

export type ThemeRow = Extract<Row, { is: "theme" }>;

/** The themes that have figures, in the order of the codebook, under the headings they belong to. */
export function rowsOf(
  themes: readonly Theme[],
  independent: RoundFigures,
  after: RoundFigures | undefined,
  pair: Pair,
): readonly Row[] {
  const figures = new Map(independent.themes.map((entry) => [entry.theme, entry]));
  const afterwards = new Map(after?.themes.map((entry) => [entry.theme, entry]));
  const rows: Row[] = [];
  for (const { theme } of inTree(themes)) {
    const own = figures.get(theme.theme);
    const counts = own && pairOf(own, pair);
    if (!theme.codable) rows.push({ is: "heading", theme });
    if (!own || !counts) continue;
    const later = afterwards.get(theme.theme);
    const laterPair = later && pairOf(later, pair);
    rows.push({
      is: "theme",
      theme,
      figures: own,
      pair: counts,
      after: later && laterPair && { figures: later, pair: laterPair },
    });
  }
  return rows.filter((row, i) => row.is === "theme" || rows[i + 1]?.is === "theme");
}

export type ColumnKey =
  | Cell
  | "agree"
  | "positive"
  | "prevalence"
  | "bias"
  | "kappa"
  | "alpha"
  | `after.${Cell | "kappa" | "alpha"}`;

export const INDEPENDENT_ALONE: readonly ColumnKey[] = [
  "a",
  "b",
  "c",
  "d",
  "agree",
  "positive",
  "prevalence",
  "bias",
  "kappa",
];
export const BESIDE_AFTER: readonly ColumnKey[] = ["a", "b", "c", "d", "alpha", "kappa"];
export const AFTER: readonly ColumnKey[] = ["after.a", "after.b", "after.c", "after.d", "after.alpha", "after.kappa"];

/** What a cell shows, how it is spoken whole, and where it leads. */
export interface CellWords {
  readonly text: string;
  readonly spoken: string;
  readonly href: string | undefined;
}

export interface TableContext {
  readonly study: Id;
  readonly round: Round;
  readonly state: AgreementState;
  readonly pair: Pair;
  readonly first: string;
  readonly second: string;
  /** Whether the passages behind a figure may be read. */
  readonly opens: boolean;
}

export function columnName(column: ColumnKey, { first, second }: Pick<TableContext, "first" | "second">): string {
  switch (column) {
    case "a":
    case "after.a":
      return t("agreement.both");
    case "b":
    case "after.b":
      return t("agreement.onlyName", { name: first });
    case "c":
    case "after.c":
      return t("agreement.onlyName", { name: second });
    case "d":
    case "after.d":
      return t("agreement.neither");
    case "agree":
      return t("agreement.agree");
    case "positive":
      return t("agreement.positive");
    case "prevalence":
      return t("agreement.prevalenceShort");
    case "bias":
      return t("agreement.bias");
    case "kappa":
    case "after.kappa":
      return t("agreement.kappa");
    case "alpha":
    case "after.alpha":
      return t("agreement.alpha");
  }
}

export function cellWords(row: ThemeRow, column: ColumnKey, context: TableContext): CellWords {
  const theme = nameOf(row.theme);
  const name = columnName(column, context);
  if (column.startsWith("after.")) return afterWords(row, column as `after.${Cell}`, theme, name, context);
  if (column === "a" || column === "b" || column === "c" || column === "d") {
    const n = row.pair[column];
    const units = unitsN(context.state.measure.unit, n);
    return {
      text: number(n),
      spoken: t("agreement.spokenCount", { theme, column: name, units }),
      href: context.opens ? hrefOf(row, context, { cell: column }) : undefined,
    };
  }
  const text = figureText(row.figures, row.pair, column as FigureColumn);
  const value = column === "kappa" && row.pair.cohen_kappa === null ? undefinedWords(row.pair) : text;
  const isOfAll = column === "alpha";
  return {
    text,
    spoken: t("agreement.spokenFigure", { theme, column: name, value }),
    href: context.opens ? hrefOf(row, context, isOfAll ? { pair: undefined } : {}) : undefined,
  };
}

function afterWords(
  row: ThemeRow,
  column: `after.${Cell | "kappa" | "alpha"}`,
  theme: string,
  name: string,
  context: TableContext,
): CellWords {
  const value = row.after ? textAfter(row.after, column) : "";
  return {
    text: value,
    spoken: t("agreement.spokenDecided", { theme, column: name, value }),
    href: context.opens ? hrefOf(row, context, { state: "decided" }) : undefined,
  };
}

function textAfter({ figures, pair }: NonNullable<ThemeRow["after"]>, column: ColumnKey): string {
  switch (column) {
    case "after.a":
      return number(pair.a);
    case "after.b":
      return number(pair.b);
    case "after.c":
      return number(pair.c);
    case "after.d":
      return number(pair.d);
    case "after.kappa":
      return coefficientOr(pair.cohen_kappa);
    default:
      return coefficientOr(figures.krippendorff_alpha);
  }
}

type FigureColumn = "agree" | "positive" | "prevalence" | "bias" | "kappa" | "alpha";

function figureText(figures: ThemeFigures, pair: PairFigures, column: FigureColumn): string {
  switch (column) {
    case "agree":
      return shareOr(pair.percent_agreement);
    case "positive":
      return coefficientOr(pair.positive_agreement);
    case "prevalence":
      return shareOr(prevalence(pair));
    case "bias":
      return pair.bias_index === null ? coefficientOr(null) : coefficient(pair.bias_index);
    case "kappa":
      return coefficientOr(pair.cohen_kappa);
    case "alpha":
      return coefficientOr(figures.krippendorff_alpha);
  }
}

function hrefOf(
  { theme }: ThemeRow,
  { study, round, state, pair }: TableContext,
  parts: Parameters<typeof queueHref>[3],
): string {
  return queueHref(study, round, state.measure, { theme: theme.theme, pair, ...parts });
}

/** The theme's name in the language of the page, for a list of what changed. */
export function namesOfChanged(changed: ReadonlySet<string>, themes: readonly Theme[], language: "id" | "en") {
  const ids = new Set([...changed].map((key) => key.split(".")[0]));
  return themes.filter(({ theme }) => ids.has(theme)).map(({ label }) => said(label, language));
}
