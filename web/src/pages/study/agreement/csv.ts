import type { Column } from "./columns";
import { type CoderNames, endsOf, figureIn, isFigure, reasonOf } from "./columns";
import type { ThemeRow } from "./rows";

/** The table as a file: what is shown, in full precision, each row with its conditions. Pure. */

export type Field = string | number | null;

/** Names of docs/formats.md, the same in every language. */
const NAMES: Readonly<Record<string, string>> = {
  a: "both",
  b: "only_first",
  c: "only_second",
  d: "neither",
  agree: "percent_agreement",
  positive: "positive_agreement",
  negative: "negative_agreement",
  prevalence: "prevalence",
  prevalenceIndex: "prevalence_index",
  bias: "bias_index",
  pabak: "pabak",
  ac1: "gwet_ac1",
  kappaMax: "cohen_kappa_max",
  kappa: "cohen_kappa",
  alpha: "krippendorff_alpha",
  interval: "cohen_kappa_ci95",
};

interface Sheet extends CoderNames {
  readonly columns: readonly Column[];
  readonly rows: readonly ThemeRow[];
  /** What every row is counted over: unit, rule and so on, each under its name. */
  readonly conditions: readonly (readonly [string, Field])[];
  /** What is worth knowing of a row, in words. */
  readonly notes: (row: ThemeRow) => readonly string[];
}

/** @returns lines by RFC 4180, with a mark at the start by which spreadsheets know the letters */
export function csvOf({ columns, rows, conditions, first, second, notes }: Sheet): string {
  const head = [
    ...columns.flatMap(headOf),
    "reason",
    "first_coder",
    "second_coder",
    "units_reviewed_by_both",
    ...conditions.map(([name]) => name),
  ];
  const lines = rows.map((row) => [
    ...columns.flatMap((column): readonly Field[] => fieldsOf(row, column, notes)),
    reasonOf(row, columns),
    first,
    second,
    row.pair.n,
    ...conditions.map(([, value]) => value),
  ]);
  return `\uFEFF${[head, ...lines].map((fields) => fields.map(written).join(",")).join("\r\n")}\r\n`;
}

function headOf(column: Column): readonly string[] {
  if (column === "theme") return ["theme", "theme_id", "theme_en"];
  if (column === "know") return ["notes"];
  const prefix = column.startsWith("after.") ? "after_" : "";
  const name = `${prefix}${NAMES[column.replace("after.", "")] ?? column}`;
  return isFigure(column) ? [name] : [`${name}_lower`, `${name}_upper`];
}

function fieldsOf(row: ThemeRow, column: Column, notes: Sheet["notes"]): readonly Field[] {
  if (column === "theme") return [row.name, row.theme.label.id, row.theme.label.en];
  if (column === "know") return [notes(row).join(" ")];
  return isFigure(column) ? [figureIn(row, column)] : (endsOf(row, column) ?? [null, null]);
}

/** A text that a spreadsheet would take for a formula is marked as text; a number stays one, below zero, too. */
export function written(field: Field): string {
  if (field === null) return "";
  if (typeof field === "number") return String(field);
  const safe = /^[=+\-@\t\r]/.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
