import type { Flag, PairFigures, RoundFigures, ThemeFigures } from "../../../api/agreement";
import type { Id } from "../../../model/entries";
import type { Pair } from "./conditions";

/** What a page reads off the figures of a round. Pure. */

/** A theme's figures for a pair in the order in which the reader named the two coders. */
export function pairOf({ pairs }: Pick<ThemeFigures, "pairs">, [first, second]: Pair): PairFigures | undefined {
  const there = pairs.find(({ coders: [one, other] }) => one === first && other === second);
  if (there) return there;
  const turned = pairs.find(({ coders: [one, other] }) => one === second && other === first);
  return turned && swapped(turned);
}

/** The same two coders named the other way round: only b, c and the sign of the bias tell them apart. */
export function swapped(pair: PairFigures): PairFigures {
  const [first, second] = pair.coders;
  const bias = pair.bias_index;
  return { ...pair, coders: [second, first], b: pair.c, c: pair.b, bias_index: bias === null ? null : 0 - bias };
}

/** The pair that the address names if both code in this round, else the first two coders. */
export function chosenPair({ coders }: Pick<RoundFigures, "coders">, wanted: Pair | undefined): Pair | undefined {
  const known = (id: Id): boolean => coders.some(({ member }) => member === id);
  if (wanted?.every(known)) return wanted;
  const [first, second] = coders;
  return first && second ? [first.member, second.member] : undefined;
}

/** Whether any coder applied the theme at a unit that is compared. */
export function isUsed({ pairs }: Pick<ThemeFigures, "pairs">): boolean {
  return pairs.some(({ a, b, c }) => a + b + c > 0);
}

/** Whether two coders differ on the theme at any unit. */
export function differs({ b, c }: Pick<PairFigures, "b" | "c">): boolean {
  return b + c > 0;
}

/** Share of all answers of both coders that say the theme is there. */
export function prevalence({ n, a, b, c }: PairFigures): number | null {
  return n === 0 ? null : (2 * a + b + c) / (2 * n);
}

/** An interval to draw, with whether it takes account of the transcripts. */
export interface Drawn {
  readonly low: number;
  readonly high: number;
  readonly byTranscript: boolean;
}

export function intervalOf(pair: PairFigures): Drawn | null {
  const jackknife = pair.cohen_kappa_ci95_cluster_jackknife_t;
  if (jackknife) return { low: jackknife[0], high: jackknife[1], byTranscript: true };
  const { cohen_kappa: kappa, cohen_kappa_ci95_lower: low, cohen_kappa_ci95_upper: high } = pair;
  return kappa === null || low === null || high === null ? null : { low, high, byTranscript: false };
}

/** A highest kappa below this is worth a mark. */
const LOW_MAX = 0.8;

/** The highest kappa that the two coders' rates of use allow, where it is low, or where the interval goes on beyond it. */
export function maxToShow(pair: PairFigures): number | null {
  const { cohen_kappa_max: max } = pair;
  return max !== null && (max < LOW_MAX || passesMax(pair)) ? max : null;
}

/** Whether the interval goes on above the highest kappa: with other transcripts the rates of use would be others, too. */
export function passesMax(pair: PairFigures): boolean {
  const { cohen_kappa_max: max } = pair;
  return max !== null && max < 1 && (intervalOf(pair)?.high ?? 0) > max;
}

/** Why a kappa cannot be computed, as far as a reader needs to tell cases apart. */
export type Undefined = "noJointUnits" | "nobody" | "everywhere" | "constant";

export function whyUndefined({ n, a, b, c }: PairFigures): Undefined {
  if (n === 0) return "noJointUnits";
  if (a + b + c === 0) return "nobody";
  return a === n ? "everywhere" : "constant";
}

const MOST_FLAGS = 2;
/** Raised by every theme alike: the page says it once. */
const FEW_TRANSCRIPTS = "FEW_TRANSCRIPTS";

/** What is worth knowing about a pair's figure, the gravest first, two at most. */
export function flagsOf({ flags }: PairFigures): readonly Flag[] {
  return flags.filter(({ code }) => code !== FEW_TRANSCRIPTS).slice(0, MOST_FLAGS);
}

export function hasFlags(pair: PairFigures): boolean {
  return pair.cohen_kappa === null || flagsOf(pair).length > 0;
}

/** What holds for all figures: of the unit, and of how few transcripts there are. */
export function flagsOfAll({ flags = [], themes }: Pick<RoundFigures, "flags" | "themes">): readonly Flag[] {
  const few = themes.flatMap((theme) => theme.flags).find(({ code }) => code === FEW_TRANSCRIPTS);
  return few ? [...flags, few] : flags;
}

/** Cells that two answers to the same question differ in, as "theme.column". */
export function changedFigures(before: RoundFigures, after: RoundFigures): ReadonlySet<string> {
  const old = new Map(before.themes.map((theme) => [theme.theme, theme]));
  const changed = new Set<string>();
  for (const theme of after.themes) {
    const was = old.get(theme.theme);
    if (was?.krippendorff_alpha !== theme.krippendorff_alpha) changed.add(`${theme.theme}.alpha`);
    for (const pair of theme.pairs) {
      const then = was && pairOf(was, pair.coders);
      if (!then || !isSame(then, pair)) changed.add(`${theme.theme}.${[...pair.coders].sort().join(".")}`);
    }
  }
  return changed;
}

function isSame(one: PairFigures, other: PairFigures): boolean {
  return one.a === other.a && one.b === other.b && one.c === other.c && one.d === other.d;
}
