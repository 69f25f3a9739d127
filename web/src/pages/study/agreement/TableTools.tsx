import { useId } from "preact/hooks";
import type { RoundFigures } from "../../../api/agreement";
import { language, t } from "../../../i18n";
import { Button } from "../../../ui/Button";
import { Checkbox, Select, TextField } from "../../../ui/Field";
import { setQuery } from "../../../ui/router";
import { type Arranged, writeSort } from "./arrange";
import { type Column, columnName, OPTIONAL } from "./columns";
import { writeColumns } from "./conditions";
import { csvOf } from "./csv";
import { flagsOf } from "./figures";
import type { TableContext, ThemeRow } from "./rows";
import { flagText, undefinedFlagText } from "./words";

interface TableToolsProps {
  readonly context: TableContext;
  readonly figures: RoundFigures;
  readonly columns: readonly Column[];
  readonly shown: Arranged;
}

/** What of the table is shown, kept in the address; and the same as a file. */
export function TableTools({ context, figures, columns, shown }: TableToolsProps) {
  const { find } = context.state.table;
  const isIndependent = context.state.layer === "independent";
  return (
    <search class="table-tools">
      <TextField
        label={t("agreement.find")}
        type="search"
        autocomplete="off"
        value={find}
        onInput={(text) => setQuery({ find: text || undefined })}
      />
      <SortChoice context={context} columns={columns} />
      {isIndependent && <ColumnChoice context={context} />}
      <Button onPress={() => download(context, figures, columns, shown)}>{t("agreement.download")}</Button>
    </search>
  );
}

const CODEBOOK = "";

/** The same order that a press on a column's name gives; in view where the names are not. */
function SortChoice({ context, columns }: Pick<TableToolsProps, "context" | "columns">) {
  const { sort } = context.state.table;
  const options = columns.flatMap((by) =>
    [false, true].map((isDown) => ({
      value: writeSort({ by, isDown }) ?? CODEBOOK,
      label: t(isDown ? "agreement.sortedDown" : "agreement.sortedUp", { column: columnName(by, context) }),
    })),
  );
  return (
    <div class="table-sort">
      <Select
        label={t("agreement.order")}
        value={writeSort(sort) ?? CODEBOOK}
        options={[{ value: CODEBOOK, label: t("agreement.unsorted") }, ...options]}
        onChange={(value) => setQuery({ sort: value || undefined })}
      />
    </div>
  );
}

function ColumnChoice({ context }: Pick<TableToolsProps, "context">) {
  const id = useId();
  const { columns, sort } = context.state.table;
  const toggle = (column: (typeof OPTIONAL)[number]) => {
    const chosen = OPTIONAL.filter((it) => (it === column ? !columns.includes(it) : columns.includes(it)));
    // What is not shown cannot give the order.
    const isSorted = sort?.by === column;
    setQuery({ columns: writeColumns(chosen), ...(isSorted ? { sort: undefined } : {}) });
  };
  return (
    <div class="table-columns">
      <button type="button" class="button plain" popovertarget={id}>
        {t("agreement.columns")}
      </button>
      <fieldset id={id} popover="auto" class="columns-list">
        <legend>{t("agreement.columns")}</legend>
        {OPTIONAL.map((column) => (
          <Checkbox
            key={column}
            label={columnName(column, context)}
            checked={columns.includes(column)}
            onChange={() => toggle(column)}
          />
        ))}
      </fieldset>
    </div>
  );
}

function download(context: TableContext, figures: RoundFigures, columns: readonly Column[], shown: Arranged): void {
  const { measure, layer } = context.state;
  const text = csvOf({
    columns,
    rows: shown.rows.filter((row): row is ThemeRow => row.is === "theme"),
    first: context.first,
    second: context.second,
    notes: notesOf,
    conditions: [
      ["round", context.round.name],
      ["layer", layer],
      ["unit", measure.unit],
      ["rule", measure.rule],
      ["scope", measure.scope],
      ["round_transcripts", figures.transcripts],
      ["left_out_units_one_coder", figures.left_out.units_one_coder],
      ["left_out_units_nobody", figures.left_out.units_nobody],
      ["left_out_codings_unreviewed", figures.left_out.codings_unreviewed],
      ["left_out_codings_out_of_scope", figures.left_out.codings_out_of_scope],
    ],
  });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = `${t("common.agreement")} ${context.round.name}.csv`.replace(/[\\/:*?"<>|]+/g, "-").toLowerCase();
  link.click();
  URL.revokeObjectURL(link.href);
}

function notesOf({ pair }: ThemeRow): readonly string[] {
  if (pair.cohen_kappa === null) return [undefinedFlagText(pair)];
  return flagsOf(pair).map((flag) => flagText(flag, pair) || flag[language.value]);
}
