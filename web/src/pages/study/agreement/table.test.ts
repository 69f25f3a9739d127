import { afterEach, describe, expect, it } from "vitest";
import type { PairFigures, ThemeFigures } from "../../../api/agreement";
import { language } from "../../../i18n";
import type { Theme } from "../../../model/entries";
import { arranged, nextSort, readSort, writeSort } from "./arrange";
import { columnsOf, USUAL } from "./columns";
import { agreementState, writeColumns } from "./conditions";
import { csvOf, written } from "./csv";
import { maxToShow, passesMax } from "./figures";
import { cellWords, type Row, type TableContext, type ThemeRow } from "./rows";
import { intervalWords } from "./words";

afterEach(() => {
  language.value = "en";
});

const pair = (change: Partial<PairFigures> = {}): PairFigures => ({
  coders: ["ani", "budi"],
  n: 76,
  a: 6,
  b: 3,
  c: 0,
  d: 67,
  percent_agreement: 73 / 76,
  positive_agreement: 0.8,
  negative_agreement: 0.978,
  prevalence_index: -0.8,
  bias_index: -0.04,
  pabak: 0.92,
  gwet_ac1: 0.95,
  cohen_kappa: 0.7790697674418605,
  cohen_kappa_max: 0.7790697674418605,
  cohen_kappa_ci95_cluster_jackknife_t: [0.37, 1.18],
  cohen_kappa_ci95_lower: 0.54,
  cohen_kappa_ci95_upper: 1.02,
  flags: [],
  ...change,
});
const UNUSED = pair({
  a: 0,
  b: 0,
  c: 0,
  d: 76,
  cohen_kappa: null,
  cohen_kappa_max: null,
  positive_agreement: null,
  cohen_kappa_ci95_cluster_jackknife_t: null,
  cohen_kappa_ci95_lower: null,
  cohen_kappa_ci95_upper: null,
  reason: "CONSTANT",
});
const figures = (theme: string, counts: PairFigures): ThemeFigures => ({
  theme,
  units: 76,
  units_in_scope: 76,
  units_left_out: 0,
  pairs: [counts],
  krippendorff_alpha: counts.cohen_kappa,
  flags: [],
});
const themeOf = (id: string, label: string, parent: string | null = null): Theme =>
  ({ theme: id, label: { id: label, en: `${label} (en)` }, codable: true, parent }) as unknown as Theme;
const row = (id: string, name: string, counts: PairFigures): ThemeRow => ({
  is: "theme",
  theme: themeOf(id, name, "h"),
  name,
  figures: figures(id, counts),
  pair: counts,
  after: undefined,
});
const heading: Row = { is: "heading", theme: themeOf("h", "Relasi") };
const TRUST = row("t1", "Trust", pair());
const CLOSE = row("t2", "Closeness", pair({ cohen_kappa: 0.47 }));
const FACTOR = row("t3", "Factor", UNUSED);
const ALL: readonly Row[] = [heading, FACTOR, TRUST, CLOSE];
const plain = { find: "", sort: undefined, withUnused: false, chosen: undefined };
const names = (rows: readonly Row[]) => rows.map((it) => (it.is === "theme" ? it.name : "—"));

describe("the order of the table", () => {
  it("is the codebook's, with themes that nobody applied folded away", () => {
    expect(names(arranged(ALL, plain).rows)).toEqual(["—", "Trust", "Closeness"]);
    expect(arranged(ALL, plain).folded).toBe(1);
    expect(names(arranged(ALL, { ...plain, withUnused: true }).rows)).toEqual(["—", "Factor", "Trust", "Closeness"]);
    expect(names(arranged(ALL, { ...plain, chosen: "t3" }).rows)).toContain("Factor");
  });
  it("has a heading only where a theme under it stands", () => {
    const other: Row = { is: "heading", theme: themeOf("g", "Faktor") };
    const loose = { ...row("t5", "Marah", pair()), theme: themeOf("t5", "Marah") };
    expect(names(arranged([heading, TRUST, other, loose], plain).rows)).toEqual(["—", "Trust", "Marah"]);
  });
  it("is by any column, up and down, with what is undefined last", () => {
    const by = (text: string) => ({ ...plain, withUnused: true, sort: readSort(text, columnsOf(USUAL, false)) });
    expect(names(arranged(ALL, by("kappa")).rows)).toEqual(["Closeness", "Trust", "Factor"]);
    expect(names(arranged(ALL, by("-kappa")).rows)).toEqual(["Trust", "Closeness", "Factor"]);
    expect(names(arranged(ALL, by("theme")).rows)).toEqual(["Closeness", "Factor", "Trust"]);
    expect(names(arranged(ALL, by("-d")).rows)).toEqual(["Factor", "Trust", "Closeness"]);
  });
  it("goes up, down and back by presses on one name, and means nothing by a column that is not shown", () => {
    const up = nextSort(undefined, "kappa");
    const down = nextSort(up, "kappa");
    expect([writeSort(up), writeSort(down), nextSort(down, "kappa")]).toEqual(["kappa", "-kappa", undefined]);
    expect(readSort("ac1", columnsOf(USUAL, false))).toBeUndefined();
  });
  it("finds themes by a name in either language, those that nobody applied, too", () => {
    expect(names(arranged(ALL, { ...plain, find: "FACT" }).rows)).toEqual(["—", "Factor"]);
    expect(names(arranged(ALL, { ...plain, find: "closeness (en" }).rows)).toEqual(["—", "Closeness"]);
  });
  it("lies in the address with the columns, and the usual ones are left out of it", () => {
    const round = { unit: "turn", rule: "any" };
    const state = agreementState(new URLSearchParams("columns=ac1.pabak&sort=-ac1&find=tr&unused"), round);
    expect(state.table).toEqual({
      columns: ["pabak", "ac1"],
      sort: { by: "ac1", isDown: true },
      find: "tr",
      withUnused: true,
    });
    expect([writeColumns(USUAL), writeColumns(["ac1"]), writeColumns([])]).toEqual([undefined, "ac1", ""]);
    expect(agreementState(new URLSearchParams("columns="), round).table.columns).toEqual([]);
  });
});

const context: TableContext = {
  study: "s1",
  round: { round: "r1", unit: "turn", rule: "any" } as TableContext["round"],
  state: agreementState(new URLSearchParams(), { unit: "turn", rule: "any" }),
  pair: ["ani", "budi"],
  first: "Ani",
  second: "Budi",
  opens: true,
  decided: new Set(),
};

describe("a figure", () => {
  it("leads to the passages that it counts, and nowhere if there are none", () => {
    expect(cellWords(TRUST, "b", context).href).toBe("/s/s1/r/r1/queue?theme=t1&cell=b&pair=ani.budi");
    expect(cellWords(TRUST, "c", context)).toEqual({ text: "0", spoken: "Trust, Budi only 0 turns", href: undefined });
    expect(cellWords(TRUST, "kappa", context).href).toBeDefined();
    expect(cellWords(row("t4", "Same", pair({ b: 0 })), "kappa", context).href).toBeUndefined();
    expect(cellWords(TRUST, "b", { ...context, opens: false }).href).toBeUndefined();
  });
  it("after discussion leads to what was decided of the theme, if anything was", () => {
    const later = { ...TRUST, after: { figures: TRUST.figures, pair: TRUST.pair } };
    expect(cellWords(later, "after.kappa", context).href).toBeUndefined();
    const href = cellWords(later, "after.kappa", { ...context, decided: new Set(["t1"]) }).href;
    expect(href).toBe("/s/s1/r/r1/queue?theme=t1&state=decided&pair=ani.budi");
  });
  it("says where its interval passes the highest kappa that these rates of use allow", () => {
    expect(intervalWords(TRUST.pair)).toBe(
      "κ .78, 95 % from .37 to 1.18, at most .78 with these rates of use; the interval is not cut there",
    );
    const high = pair({ cohen_kappa_max: 0.93, cohen_kappa_ci95_cluster_jackknife_t: [0.5, 0.9] });
    expect([maxToShow(high), passesMax(high)]).toEqual([null, false]);
    expect(maxToShow({ ...high, cohen_kappa_ci95_cluster_jackknife_t: [0.5, 1] })).toBe(0.93);
    expect(passesMax(UNUSED)).toBe(false);
  });
});

describe("the file", () => {
  const sheet = (rows: readonly ThemeRow[]) =>
    csvOf({
      columns: columnsOf(["bias"], false),
      rows,
      first: "Ani",
      second: "=Budi",
      conditions: [["unit", "turn"]],
      notes: () => ["Rare, 4.6 %"],
    });

  it("holds what is shown in full precision, an undefined figure as nothing with its reason", () => {
    const [head, first, second] = sheet([TRUST, FACTOR]).replace("\uFEFF", "").split("\r\n");
    expect(head).toBe(
      "theme,theme_id,theme_en,both,only_first,only_second,neither,bias_index,cohen_kappa,cohen_kappa_ci95_lower,cohen_kappa_ci95_upper,notes,reason,first_coder,second_coder,units_reviewed_by_both,unit",
    );
    expect(first).toBe(
      `Trust,Trust,Trust (en),6,3,0,67,-0.04,0.7790697674418605,0.37,1.18,"Rare, 4.6 %",,Ani,'=Budi,76,turn`,
    );
    expect(second).toBe(`Factor,Factor,Factor (en),0,0,0,76,-0.04,,,,"Rare, 4.6 %",CONSTANT,Ani,'=Budi,76,turn`);
  });
  it("has no text that a spreadsheet would reckon, while numbers stay numbers", () => {
    const texts = ["=1+1", "+62", "-x", "@a", "\tx", "a=b", 'a "b", c', -0.5, null];
    expect(texts.map(written)).toEqual(["'=1+1", "'+62", "'-x", "'@a", "'\tx", "a=b", '"a ""b"", c"', "-0.5", ""]);
  });
});
