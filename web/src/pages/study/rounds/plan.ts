import type { Assignment, Mode, Round } from "../../../model/entries";
import { isRevealed, isUnderWay } from "../../../model/selectors";

/** A round as the form holds it: every chosen coder codes every chosen transcript, but for the pairs taken out. */
export interface Plan {
  readonly name: string;
  readonly mode: Exclude<Mode, "imported">;
  readonly unit: string;
  readonly rule: string;
  readonly transcripts: readonly string[];
  readonly coders: readonly string[];
  readonly without: readonly Assignment[];
}

/** What keeps a plan from being saved, or a round from starting. */
export type Problem =
  | { readonly kind: "noName" | "badUnit" | "badRule" }
  | { readonly kind: "noTranscripts" | "noCoders" | "noCodebook" }
  | { readonly kind: "idleCoder"; readonly member: string }
  | ({ readonly kind: "overlap" } & Shared);

/** What a plan has in common with a round: transcripts, and coders of both. */
export interface Shared {
  readonly round: string;
  readonly transcripts: readonly string[];
  readonly members: readonly string[];
}

/** The plain words of a unit or rule, with the number that some of them take: "window:40", "share:.3". */
export interface Measure {
  readonly word: string;
  readonly number?: string;
}

const UNIT = /^(turn|paragraph|sentence|token|character|window:[1-9][0-9]{0,5})$/;
const RULE = /^(any|half|share:(0?\.[0-9]{1,4}|1(\.0{1,4})?))$/;

export function readMeasure(text: string): Measure {
  const [word = "", number] = text.split(":");
  return number === undefined ? { word } : { word, number };
}

/** A decimal comma is taken as Indonesian hands write it. */
export function writeMeasure({ word, number }: Measure): string {
  return number === undefined ? word : `${word}:${number.trim().replace(",", ".")}`;
}

/** The plan of a round as it stands. */
export function planOf(round: Round): Plan {
  const transcripts = round.transcripts.map((pinned) => pinned.transcript);
  const coders = [...new Set(round.assignments.map((a) => a.member))];
  const has = (member: string, transcript: string) =>
    round.assignments.some((a) => a.member === member && a.transcript === transcript);
  return {
    name: round.name,
    mode: round.mode === "open" ? "open" : "blind",
    unit: round.unit,
    rule: round.rule,
    transcripts,
    coders,
    without: pairs(coders, transcripts).filter((a) => !has(a.member, a.transcript)),
  };
}

/** Who codes what: all by all, without the pairs taken out. */
export function assignmentsOf(plan: Plan): readonly Assignment[] {
  return pairs(plan.coders, plan.transcripts).filter((a) => !isWithout(plan, a));
}

export function codes(plan: Plan, member: string, transcript: string): boolean {
  return !isWithout(plan, { member, transcript });
}

/** Takes one pair out of the grid, or puts it back. */
export function toggled(plan: Plan, pair: Assignment): Plan {
  const others = plan.without.filter((a) => !samePair(a, pair));
  return { ...plan, without: others.length < plan.without.length ? others : [...others, pair] };
}

/** How many coders each transcript has; agreement needs two. */
export function codersPerTranscript(plan: Plan): ReadonlyMap<string, number> {
  const counts = new Map(plan.transcripts.map((transcript) => [transcript, 0]));
  for (const { transcript } of assignmentsOf(plan)) counts.set(transcript, (counts.get(transcript) ?? 0) + 1);
  return counts;
}

/** Keeps a draft from being saved. */
export function problemsOfDraft(plan: Plan): readonly Problem[] {
  return [
    ...(plan.name.trim() === "" ? [{ kind: "noName" as const }] : []),
    ...(UNIT.test(plan.unit) ? [] : [{ kind: "badUnit" as const }]),
    ...(isRule(plan.rule) ? [] : [{ kind: "badRule" as const }]),
  ];
}

/** Keeps a round from starting, beyond what keeps its draft from being saved. */
export function problemsOfStart(
  id: string,
  plan: Plan,
  rounds: readonly Round[],
  hasCodebook: boolean,
): readonly Problem[] {
  const assignments = assignmentsOf(plan);
  return [
    ...(hasCodebook ? [] : [{ kind: "noCodebook" as const }]),
    ...(plan.transcripts.length > 0 ? [] : [{ kind: "noTranscripts" as const }]),
    ...(plan.coders.length > 0 ? [] : [{ kind: "noCoders" as const }]),
    ...(plan.transcripts.length > 0
      ? plan.coders
          .filter((member) => !assignments.some((a) => a.member === member))
          .map((member) => ({ kind: "idleCoder" as const, member }))
      : []),
    ...overlaps(id, plan, rounds),
  ];
}

/**
 * A round that is being coded or closed, is blind where this one is open or the other way round, and has a transcript and a coder in common
 * with it: the open one would show what the blind one hides.
 */
function overlaps(id: string, plan: Plan, rounds: readonly Round[]): readonly Problem[] {
  const others = rounds.filter((other) => other.round !== id && other.mode !== plan.mode && isUnderWay(other.phase));
  return sharedWith(plan, others).map((shared) => ({ kind: "overlap", ...shared }));
}

/** Revealed rounds whose transcripts a blind plan gives to the same coders: they know each other's codes there. */
export function seenBefore(id: string, plan: Plan, rounds: readonly Round[]): readonly Shared[] {
  if (plan.mode !== "blind") return [];
  return sharedWith(
    plan,
    rounds.filter((other) => other.round !== id && other.mode !== "imported" && isRevealed(other.phase)),
  );
}

function sharedWith(plan: Plan, rounds: readonly Round[]): readonly Shared[] {
  const coders = new Set(assignmentsOf(plan).map(({ member }) => member));
  return rounds.flatMap((other) => {
    const transcripts = other.transcripts.map((t) => t.transcript).filter((t) => plan.transcripts.includes(t));
    const members = [...new Set(other.assignments.map((a) => a.member))].filter((m) => coders.has(m));
    return transcripts.length > 0 && members.length > 0 ? [{ round: other.round, transcripts, members }] : [];
  });
}

/** What is planned where nothing is said, and the rounds under way for whose sake transcripts were left out. */
export interface Proposal {
  readonly plan: Plan;
  readonly leftOut: readonly Shared[];
}

/**
 * All transcripts that these coders code nowhere now, best those that they have not coded at all; if they are at every transcript, all of
 * them, and the page says what stands in the way.
 */
export function proposed(whole: Plan, rounds: readonly Round[]): Proposal {
  const busy = sharedWith(
    whole,
    rounds.filter(({ phase }) => isUnderWay(phase)),
  );
  const free = without(whole, busy);
  const fresh = without(free, seenBefore("", free, rounds));
  const plan = [fresh, free].find(({ transcripts }) => transcripts.length > 0);
  return plan ? { plan, leftOut: busy } : { plan: whole, leftOut: [] };
}

/** The plan without the transcripts that it has in common with others. */
export function without(plan: Plan, shared: readonly Shared[]): Plan {
  const taken = new Set(shared.flatMap(({ transcripts }) => transcripts));
  return { ...plan, transcripts: plan.transcripts.filter((transcript) => !taken.has(transcript)) };
}

/** "Round {n}" for the first number that no round has. */
export function freeName(nameOf: (n: number) => string, taken: readonly string[], from: number): string {
  const names = new Set(taken.map((name) => name.trim().toLowerCase()));
  let n = from;
  while (names.has(nameOf(n).toLowerCase())) n++;
  return nameOf(n);
}

function isRule(rule: string): boolean {
  return RULE.test(rule) && Number(readMeasure(rule).number ?? 1) > 0;
}

function isWithout(plan: Plan, pair: Assignment): boolean {
  return plan.without.some((a) => samePair(a, pair));
}

function samePair(one: Assignment, other: Assignment): boolean {
  return one.member === other.member && one.transcript === other.transcript;
}

function pairs(coders: readonly string[], transcripts: readonly string[]): readonly Assignment[] {
  return coders.flatMap((member) => transcripts.map((transcript) => ({ member, transcript })));
}
