import { useRef } from "preact/hooks";
import { type PlainKey, t } from "../../../i18n";
import type { Theme } from "../../../model/entries";
import { say } from "../../../ui/announce";
import { Explain } from "../../../ui/Explain";
import { useKeys } from "../../../ui/keys";
import { setQuery } from "../../../ui/router";
import { nameOf, otherNameOf, ThemeShape } from "../codebook/look";
import { nextSort, writeSort } from "./arrange";
import { bare, type Column, columnName, type FigureColumn, isAfter, isFigure } from "./columns";
import { FlagList } from "./FlagList";
import { hasFlags } from "./figures";
import { AxisHead, IntervalBar } from "./IntervalBar";
import { cellWords, type Row, type TableContext, type ThemeRow } from "./rows";
import { type Grid, useGrid } from "./useGrid";
import { rowText } from "./words";

interface FigureTableProps {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly themes: readonly Theme[];
  readonly context: TableContext;
  readonly caption: string;
  readonly chosen: string | undefined;
  readonly changed: ReadonlySet<string>;
}

/** A row per theme for one pair of coders; beside the independent figures, when asked for, those after discussion. */
export function FigureTable(props: FigureTableProps) {
  const { rows, columns, context, caption } = props;
  const table = useRef<HTMLTableElement>(null);
  const grid = useGrid(table, FIRST_ROW);
  useTableKeys(props, grid, table);
  const themeRows = rows.filter((row): row is ThemeRow => row.is === "theme");
  return (
    <div class="figures-frame">
      <table
        ref={table}
        role="grid"
        class={`figures ${context.state.layer === "after" ? "has-after" : ""}`}
        onKeyDown={grid.onKeyDown}
        onFocusIn={grid.onFocusIn}
      >
        <caption>{caption}</caption>
        <Head columns={columns} context={context} grid={grid} />
        <tbody>
          {rows.map((row) =>
            row.is === "heading" ? (
              <tr key={row.theme.theme} class="figures-heading">
                <th colSpan={columns.length} scope="colgroup">
                  {nameOf(row.theme)}
                </th>
              </tr>
            ) : (
              <Figures key={row.theme.theme} {...props} grid={grid} row={row} at={FIRST_ROW + themeRows.indexOf(row)} />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

/** The row of names is the grid's first; those of the themes follow. */
const FIRST_ROW = 1;

const EXPLAINED: Partial<Record<Column, readonly [what: PlainKey, words: PlainKey]>> = {
  kappa: ["agreement.kappaWord", "agreement.kappaMeans"],
  prevalence: ["agreement.prevalenceWord", "agreement.prevalenceMeans"],
  prevalenceIndex: ["agreement.prevalenceIndex", "agreement.prevalenceIndexMeans"],
  bias: ["agreement.biasWord", "agreement.biasMeans"],
  kappaMax: ["agreement.kappaMax", "agreement.kappaMaxMeans"],
  pabak: ["agreement.pabak", "agreement.pabakMeans"],
  ac1: ["agreement.ac1", "agreement.ac1Means"],
  interval: ["agreement.intervalWord", "agreement.intervalMeans"],
  "after.interval": ["agreement.intervalWord", "agreement.intervalMeans"],
};

interface HeadProps {
  readonly columns: readonly Column[];
  readonly context: TableContext;
  readonly grid: Grid;
}

function Head({ columns, context, grid }: HeadProps) {
  const later = columns.filter(isAfter).length;
  return (
    <thead>
      {later > 0 && (
        <tr>
          <td />
          <th scope="colgroup" colSpan={columns.length - later - 1} class="layer-head">
            {t("agreement.independent")}
          </th>
          <th scope="colgroup" colSpan={later} class="layer-head is-after">
            {t("agreement.after")}
          </th>
        </tr>
      )}
      <tr>
        {columns.map((column, i) => (
          <HeadCell key={column} column={column} context={context} tabIndex={grid.tabIndex(0, i)} />
        ))}
      </tr>
    </thead>
  );
}

const ARROWS = { ascending: "↑", descending: "↓", none: "" } as const;

interface HeadCellProps {
  readonly column: Column;
  readonly context: TableContext;
  readonly tabIndex: number;
}

/** A column's name; a press sorts by it, upward, downward, and back to the codebook's order. */
function HeadCell({ column, context, tabIndex }: HeadCellProps) {
  const { sort } = context.state.table;
  const order = sort?.by !== column ? "none" : sort.isDown ? "descending" : "ascending";
  const [what, words] = EXPLAINED[column] ?? [];
  const name = columnName(column, context);
  const press = () => {
    const next = nextSort(sort, column);
    setQuery({ sort: writeSort(next) });
    say(
      next ? t(next.isDown ? "agreement.sortedDown" : "agreement.sortedUp", { column: name }) : t("agreement.unsorted"),
    );
  };
  return (
    <th scope="col" class={classOf(column)} aria-sort={order === "none" ? undefined : order}>
      <button type="button" class="figures-sort" data-cell tabIndex={tabIndex} onClick={press}>
        {name}
        <span class="figures-order" aria-hidden="true">
          {ARROWS[order]}
        </span>
      </button>
      {what && words && <Explain what={what} words={words} />}
      {column.endsWith("interval") && <AxisHead />}
    </th>
  );
}

function classOf(column: Column): string {
  if (column.endsWith("interval")) return "interval-cell";
  if (!isFigure(column)) return column === "know" ? "figures-know" : "";
  const strong = bare(column) === "kappa" ? "is-kappa" : "";
  return `figure ${strong} ${column === "after.a" ? "is-after" : ""}`;
}

interface RowProps extends FigureTableProps {
  readonly grid: Grid;
  readonly row: ThemeRow;
  readonly at: number;
}

function Figures({ row, at, grid, columns, context, themes, chosen, changed }: RowProps) {
  const { theme, pair } = row;
  const pairKey = `${theme.theme}.${[...context.pair].sort().join(".")}`;
  const isChanged = (column: Column): boolean =>
    (column === "kappa" && changed.has(pairKey)) || (column === "alpha" && changed.has(`${theme.theme}.alpha`));
  const isChosen = theme.theme === chosen;
  return (
    <tr class={isChosen ? "is-chosen" : ""} aria-selected={isChosen}>
      {columns.map((column, i) => {
        const tabIndex = grid.tabIndex(at, i);
        switch (column) {
          case "theme":
            return <ThemeCell key={column} {...{ theme, themes, isChosen, tabIndex }} />;
          case "interval":
          case "after.interval": {
            const drawn = column === "interval" ? pair : row.after?.pair;
            return (
              <td key={column} class="interval-cell">
                {drawn && <IntervalBar pair={drawn} tabIndex={tabIndex} />}
              </td>
            );
          }
          case "know":
            return (
              <td key={column} class="figures-know">
                <FlagList pair={pair} tabIndex={tabIndex} />
              </td>
            );
          default:
            return <Cell key={column} {...{ row, column, context, tabIndex }} isChanged={isChanged(column)} />;
        }
      })}
    </tr>
  );
}

interface ThemeCellProps {
  readonly theme: Theme;
  readonly themes: readonly Theme[];
  readonly isChosen: boolean;
  readonly tabIndex: number;
}

function ThemeCell({ theme, themes, isChosen, tabIndex }: ThemeCellProps) {
  return (
    <th scope="row" class="figures-head">
      <button
        type="button"
        class="figures-theme"
        data-cell
        tabIndex={tabIndex}
        aria-pressed={isChosen}
        onClick={() => setQuery({ theme: theme.theme })}
      >
        <ThemeShape theme={theme} themes={themes} />
        <span>
          <span class="figures-name">{nameOf(theme)}</span>
          <span class="figures-other">{otherNameOf(theme)}</span>
        </span>
      </button>
    </th>
  );
}

interface CellProps {
  readonly row: ThemeRow;
  readonly column: FigureColumn;
  readonly context: TableContext;
  readonly isChanged: boolean;
  readonly tabIndex: number;
}

function Cell({ row, column, context, isChanged, tabIndex }: CellProps) {
  const { text, spoken, href } = cellWords(row, column, context);
  const label = isChanged ? `${spoken}, ${t("agreement.changed")}` : spoken;
  const dot = isChanged && <span class="changed-dot" title={t("agreement.changed")} />;
  return (
    <td class={classOf(column)} data-label={columnName(column, context)}>
      {href ? (
        <a data-cell href={href} tabIndex={tabIndex} aria-label={label}>
          {dot}
          {text}
        </a>
      ) : (
        <span data-cell tabIndex={tabIndex} role="img" aria-label={label}>
          {dot}
          {text}
        </span>
      )}
    </td>
  );
}

function useTableKeys(
  { rows, columns, context, caption }: FigureTableProps,
  grid: Grid,
  table: { readonly current: HTMLTableElement | null },
): void {
  const themeRows = rows.filter((row): row is ThemeRow => row.is === "theme");
  const toField = (name: string): void => document.querySelector<HTMLElement>(`[data-field="${name}"] select`)?.focus();
  const nextFlag = (): void => {
    const flagged = themeRows.flatMap((row, i) => (hasFlags(row.pair) ? [FIRST_ROW + i] : []));
    const next = flagged.find((i) => i > grid.at.row) ?? flagged[0];
    const column = columns.indexOf("know");
    if (next !== undefined && column >= 0) grid.focus({ row: next, column });
  };
  const copy = (): void => {
    const row = themeRows[grid.at.row - FIRST_ROW];
    if (!row) return;
    void navigator.clipboard.writeText(rowText(row.name, caption, row.pair, context));
    say(t("agreement.copied", { theme: row.name }));
  };
  const { layer } = context.state;
  useKeys({
    title: "agreement.keysTitle",
    within: () => table.current,
    bindings: [
      { keys: "F", does: "agreement.keyNextFlag", run: nextFlag },
      { keys: "U", does: "agreement.keyUnit", run: () => toField("unit") },
      { keys: "P", does: "agreement.keyPair", run: () => toField("first") },
      {
        keys: "L",
        does: "agreement.keyLayer",
        run: () => setQuery({ layer: layer === "after" ? undefined : "after" }),
      },
      { keys: "Y", does: "agreement.copyRow", run: copy },
    ],
  });
}
