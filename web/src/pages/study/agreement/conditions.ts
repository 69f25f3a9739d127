import type { Cell, DifferenceKind, DifferenceState, Layer, Measure } from "../../../api/agreement";
import type { Id, Round } from "../../../model/entries";
import { to } from "../../../ui/router";
import { readSort, type Sort } from "./arrange";
import { columnsOf, OPTIONAL, type Optional, USUAL } from "./columns";

/** What the addresses of agreement and queue hold. A part that is left out has the round's own value, or none. */

export type Pair = readonly [Id, Id];

export interface AgreementState {
  readonly measure: Measure;
  readonly layer: Layer;
  readonly theme: Id | undefined;
  readonly pair: Pair | undefined;
  readonly table: TableState;
}

/** How the table is laid out. */
export interface TableState {
  readonly columns: readonly Optional[];
  readonly sort: Sort | undefined;
  readonly find: string;
  readonly withUnused: boolean;
}

export interface QueueState {
  readonly measure: Measure;
  readonly theme: Id | undefined;
  readonly pair: Pair | undefined;
  readonly kind: DifferenceKind | undefined;
  readonly state: DifferenceState | undefined;
  /** Only with a theme and a pair: that cell's passages in place of the disagreements. */
  readonly cell: Cell | undefined;
  readonly at: string | undefined;
}

export const KINDS = ["omission", "substitution", "boundary"] as const;
export const STATES = ["open", "decided", "deferred"] as const;
export const CELLS = ["a", "b", "c", "d"] as const;
const LAYERS = ["independent", "after"] as const;
const SCOPES = ["theme", "all"] as const;

export function measureIn(query: URLSearchParams, round: Pick<Round, "unit" | "rule">): Measure {
  return {
    unit: query.get("unit") ?? round.unit,
    rule: query.get("rule") ?? round.rule,
    scope: oneOf(SCOPES, query.get("scope")) ?? "theme",
  };
}

export function agreementState(query: URLSearchParams, round: Pick<Round, "unit" | "rule">): AgreementState {
  const layer = oneOf(LAYERS, query.get("layer")) ?? "independent";
  const columns = readColumns(query.get("columns"));
  return {
    measure: measureIn(query, round),
    layer,
    theme: query.get("theme") ?? undefined,
    pair: readPair(query.get("pair")),
    table: {
      columns,
      sort: readSort(query.get("sort"), columnsOf(columns, layer === "after")),
      find: query.get("find") ?? "",
      withUnused: query.has("unused"),
    },
  };
}

/** The columns of an address, "agree.ac1"; the usual ones where it names none at all. */
function readColumns(text: string | null): readonly Optional[] {
  if (text === null) return USUAL;
  const named = text.split(".");
  return OPTIONAL.filter((column) => named.includes(column));
}

export function writeColumns(columns: readonly Optional[]): string | undefined {
  const isUsual = columns.length === USUAL.length && USUAL.every((column) => columns.includes(column));
  return isUsual ? undefined : columns.join(".");
}

export function queueState(query: URLSearchParams, round: Pick<Round, "unit" | "rule">): QueueState {
  const [theme, pair] = [query.get("theme") ?? undefined, readPair(query.get("pair"))];
  return {
    measure: measureIn(query, round),
    theme,
    pair,
    kind: oneOf(KINDS, query.get("kind")),
    state: oneOf(STATES, query.get("state")),
    cell: theme && pair ? oneOf(CELLS, query.get("cell")) : undefined,
    at: query.get("at") ?? undefined,
  };
}

/** The two coders of an address, "first.second"; the same coder twice is no pair. */
export function readPair(text: string | null): Pair | undefined {
  const [first, second, ...more] = text?.split(".") ?? [];
  return first && second && first !== second && more.length === 0 ? [first, second] : undefined;
}

export function writePair([first, second]: Pair): string {
  return `${first}.${second}`;
}

/** The part of an address that says by what is counted; the round's own values are left out. */
export function measureParts(
  { unit, rule, scope }: Measure,
  round: Pick<Round, "unit" | "rule">,
): Readonly<Record<string, string | undefined>> {
  return {
    unit: unit === round.unit ? undefined : unit,
    rule: rule === round.rule ? undefined : rule,
    scope: scope === "theme" ? undefined : scope,
  };
}

interface QueueParts {
  readonly theme?: Id | undefined;
  readonly pair?: Pair | undefined;
  readonly cell?: Cell | undefined;
  readonly kind?: DifferenceKind | undefined;
  readonly state?: DifferenceState | undefined;
  readonly at?: string | undefined;
}

/** The address of the queue with these filters set. */
export function queueHref(study: Id, round: Round, measure: Measure, parts: QueueParts = {}): string {
  const { pair, ...others } = parts;
  const wanted = { ...measureParts(measure, round), ...others, pair: pair && writePair(pair) };
  return withQuery(to("queue", { study, round: round.round }), wanted);
}

/** The address of the agreement page under these conditions. */
export function agreementHref(study: Id, round: Round, state: Partial<Omit<AgreementState, "table">>): string {
  const { measure, layer, theme, pair } = state;
  return withQuery(to("agreement", { study, round: round.round }), {
    ...(measure ? measureParts(measure, round) : {}),
    layer: layer === "after" ? layer : undefined,
    theme,
    pair: pair && writePair(pair),
  });
}

export function withQuery(path: string, parts: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value !== undefined) query.set(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

function oneOf<const T extends string>(words: readonly T[], word: string | null): T | undefined {
  return words.find((known) => known === word);
}
