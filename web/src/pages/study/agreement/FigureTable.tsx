import { useRef } from "preact/hooks";
import { t } from "../../../i18n";
import type { Theme } from "../../../model/entries";
import { say } from "../../../ui/announce";
import { Explain } from "../../../ui/Explain";
import { useKeys } from "../../../ui/keys";
import { setQuery } from "../../../ui/router";
import { nameOf, otherNameOf, ThemeShape } from "../codebook/look";
import { FlagList } from "./FlagList";
import { hasFlags } from "./figures";
import { AxisHead, IntervalBar } from "./IntervalBar";
import {
  AFTER,
  BESIDE_AFTER,
  type ColumnKey,
  cellWords,
  columnName,
  INDEPENDENT_ALONE,
  type Row,
  type TableContext,
  type ThemeRow,
} from "./rows";
import { type Grid, useGrid } from "./useGrid";
import { rowText } from "./words";

interface FigureTableProps {
  readonly rows: readonly Row[];
  readonly themes: readonly Theme[];
  readonly context: TableContext;
  readonly caption: string;
  readonly chosen: string | undefined;
  readonly changed: ReadonlySet<string>;
}

/** A row per theme for one pair of coders; beside the independent figures, when asked for, those after discussion. */
export function FigureTable(props: FigureTableProps) {
  const { rows, context, caption } = props;
  const table = useRef<HTMLTableElement>(null);
  const grid = useGrid(table);
  useTableKeys(props, grid, table);
  const withAfter = context.state.layer === "after";
  const themeRows = rows.filter((row): row is ThemeRow => row.is === "theme");
  return (
    <div class="figures-frame">
      <table
        ref={table}
        role="grid"
        class={`figures ${withAfter ? "has-after" : ""}`}
        onKeyDown={grid.onKeyDown}
        onFocusIn={grid.onFocusIn}
      >
        <caption>{caption}</caption>
        <Head context={context} withAfter={withAfter} />
        <tbody>
          {rows.map((row) =>
            row.is === "heading" ? (
              <tr key={row.theme.theme} class="figures-heading">
                <th colSpan={withAfter ? 15 : 13} scope="colgroup">
                  {nameOf(row.theme)}
                </th>
              </tr>
            ) : (
              <Figures key={row.theme.theme} {...props} grid={grid} row={row} at={themeRows.indexOf(row)} />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

function Head({ context, withAfter }: { readonly context: TableContext; readonly withAfter: boolean }) {
  const name = (column: ColumnKey) => columnName(column, context);
  const head = (column: ColumnKey) => (
    <th key={column} scope="col" class={`figure ${column.endsWith("kappa") ? "is-kappa" : ""}`}>
      {name(column)}
      {column === "kappa" && <Explain what="agreement.kappaWord" words="agreement.kappaMeans" />}
      {column === "prevalence" && <Explain what="agreement.prevalenceWord" words="agreement.prevalenceMeans" />}
      {column === "bias" && <Explain what="agreement.biasWord" words="agreement.biasMeans" />}
    </th>
  );
  const interval = (
    <th scope="col" class="interval-cell">
      {t("agreement.interval")}
      <Explain what="agreement.intervalWord" words="agreement.intervalMeans" />
      <AxisHead />
    </th>
  );
  if (withAfter) {
    return (
      <thead>
        <tr>
          <td />
          <th scope="colgroup" colSpan={BESIDE_AFTER.length + 1} class="layer-head">
            {t("agreement.independent")}
          </th>
          <th scope="colgroup" colSpan={AFTER.length + 1} class="layer-head is-after">
            {t("agreement.after")}
          </th>
        </tr>
        <tr>
          <th scope="col">{t("agreement.theme")}</th>
          {BESIDE_AFTER.map(head)}
          {interval}
          {AFTER.map(head)}
          {interval}
        </tr>
      </thead>
    );
  }
  return (
    <thead>
      <tr>
        <th scope="col">{t("agreement.theme")}</th>
        {INDEPENDENT_ALONE.map(head)}
        {interval}
        {head("alpha")}
        <th scope="col">{t("agreement.know")}</th>
      </tr>
    </thead>
  );
}

interface RowProps extends FigureTableProps {
  readonly grid: Grid;
  readonly row: ThemeRow;
  readonly at: number;
}

function Figures({ row, at, grid, context, themes, chosen, changed }: RowProps) {
  const { theme, pair } = row;
  const withAfter = context.state.layer === "after";
  const pairKey = `${theme.theme}.${[...context.pair].sort().join(".")}`;
  const isChanged = (column: ColumnKey): boolean =>
    (column === "kappa" && changed.has(pairKey)) || (column === "alpha" && changed.has(`${theme.theme}.alpha`));
  const cells = (columns: readonly ColumnKey[], from: number) =>
    columns.map((column, i) => (
      <Cell
        key={column}
        {...{ row, column, context }}
        isChanged={isChanged(column)}
        tabIndex={grid.tabIndex(at, from + i)}
      />
    ));
  const isChosen = theme.theme === chosen;
  return (
    <tr class={isChosen ? "is-chosen" : ""} aria-selected={isChosen}>
      <th scope="row" class="figures-head">
        <button
          type="button"
          class="figures-theme"
          data-cell
          tabIndex={grid.tabIndex(at, 0)}
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
      {withAfter ? (
        <>
          {cells(BESIDE_AFTER, 1)}
          <td class="interval-cell">
            <IntervalBar pair={pair} />
          </td>
          {cells(AFTER, 1 + BESIDE_AFTER.length)}
          <td class="interval-cell">{row.after && <IntervalBar pair={row.after.pair} />}</td>
        </>
      ) : (
        <>
          {cells(INDEPENDENT_ALONE, 1)}
          <td class="interval-cell">
            <IntervalBar pair={pair} />
          </td>
          {cells(["alpha"], 1 + INDEPENDENT_ALONE.length)}
          <td class="figures-know">
            <FlagList pair={pair} tabIndex={grid.tabIndex(at, 2 + INDEPENDENT_ALONE.length)} />
          </td>
        </>
      )}
    </tr>
  );
}

interface CellProps {
  readonly row: ThemeRow;
  readonly column: ColumnKey;
  readonly context: TableContext;
  readonly isChanged: boolean;
  readonly tabIndex: number;
}

function Cell({ row, column, context, isChanged, tabIndex }: CellProps) {
  const { text, spoken, href } = cellWords(row, column, context);
  const label = isChanged ? `${spoken}, ${t("agreement.changed")}` : spoken;
  const dot = isChanged && <span class="changed-dot" title={t("agreement.changed")} />;
  return (
    <td
      class={`figure ${column.endsWith("kappa") ? "is-kappa" : ""} ${column === "after.a" ? "is-after" : ""}`}
      data-label={columnName(column, context)}
    >
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
  { rows, context, caption }: FigureTableProps,
  grid: Grid,
  table: { readonly current: HTMLTableElement | null },
): void {
  const themeRows = rows.filter((row): row is ThemeRow => row.is === "theme");
  const toField = (name: string): void => document.querySelector<HTMLElement>(`[data-field="${name}"] select`)?.focus();
  const nextFlag = (): void => {
    const flagged = themeRows.flatMap((row, i) => (hasFlags(row.pair) ? [i] : []));
    const next = flagged.find((i) => i > grid.at.row) ?? flagged[0];
    if (next !== undefined) grid.focus({ row: next, column: 2 + INDEPENDENT_ALONE.length });
  };
  const copy = (): void => {
    const row = themeRows[grid.at.row];
    if (!row) return;
    const theme = nameOf(row.theme);
    void navigator.clipboard.writeText(rowText(theme, caption, row.pair, context));
    say(t("agreement.copied", { theme }));
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
