import type { Cell, PairFigures, RoundFigures, ThemeFigures } from "../../../api/agreement";
import { number, t } from "../../../i18n";
import type { Id, Round, Theme } from "../../../model/entries";
import { inTree, said } from "../../../model/selectors";
import { nameOf } from "../codebook/look";
import { bare, type CoderNames, columnName, type FigureColumn, figureIn, isAfter } from "./columns";
import { type AgreementState, type Pair, queueHref } from "./conditions";
import { differs, pairOf } from "./figures";
import { coefficientOr, shareOr, undefinedWords, unitsN } from "./words";

/** One theme of the table for one pair; headings of the codebook stand between. */
export type Row =
  | { readonly is: "heading"; readonly theme: Theme }
  | {
      readonly is: "theme";
      readonly theme: Theme;
      /** In the language of the page. */
      readonly name: string;
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
      name: nameOf(theme),
      figures: own,
      pair: counts,
      after: later && laterPair && { figures: later, pair: laterPair },
    });
  }
  return rows;
}

/** What a cell shows, how it is spoken whole, and where it leads; nowhere, if no passage lies behind it. */
export interface CellWords {
  readonly text: string;
  readonly spoken: string;
  readonly href: string | undefined;
}

export interface TableContext extends CoderNames {
  readonly study: Id;
  readonly round: Round;
  readonly state: AgreementState;
  readonly pair: Pair;
  /** Whether the passages behind a figure may be read. */
  readonly opens: boolean;
  /** Themes of which something was decided. */
  readonly decided: ReadonlySet<Id>;
}

export function cellWords(row: ThemeRow, column: FigureColumn, context: TableContext): CellWords {
  const figure = figureIn(row, column);
  const text = written(column, figure);
  const href = context.opens ? hrefOf(row, column, context) : undefined;
  const given = { theme: row.name, column: columnName(column, context), value: spokenValue(row, column, context) };
  if (isAfter(column)) {
    return { text, href, spoken: t(href ? "agreement.spokenDecided" : "agreement.spokenAfter", given) };
  }
  const opening = isCell(column) ? "agreement.spokenCount" : "agreement.spokenFigure";
  return { text, href, spoken: t(href ? opening : "agreement.spokenPlain", given) };
}

function spokenValue(row: ThemeRow, column: FigureColumn, { state }: TableContext): string {
  const figure = figureIn(row, column);
  if (isCell(column)) return unitsN(state.measure.unit, figure ?? 0);
  return column === "kappa" && figure === null ? undefinedWords(row.pair) : written(column, figure);
}

function written(column: FigureColumn, figure: number | null): string {
  const kind = bare(column);
  if (isCell(kind)) return figure === null ? "" : number(figure);
  return kind === "agree" || kind === "prevalence" ? shareOr(figure) : coefficientOr(figure);
}

function isCell(column: FigureColumn): column is Cell {
  return column === "a" || column === "b" || column === "c" || column === "d";
}

/** The passages behind a figure: of a cell those it counts, of a coefficient those the coders differ on, after discussion the decided ones. */
function hrefOf(row: ThemeRow, column: FigureColumn, context: TableContext): string | undefined {
  if (isAfter(column)) {
    const hasPassages = context.decided.has(row.theme.theme) && figureIn(row, column) !== 0;
    return hasPassages ? passagesHref(row, context, { state: "decided" }) : undefined;
  }
  if (isCell(column)) return row.pair[column] > 0 ? passagesHref(row, context, { cell: column }) : undefined;
  if (column !== "alpha") return differs(row.pair) ? passagesHref(row, context, {}) : undefined;
  return row.figures.pairs.some(differs) ? passagesHref(row, context, { pair: undefined }) : undefined;
}

export function passagesHref(
  { theme }: Pick<ThemeRow, "theme">,
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
