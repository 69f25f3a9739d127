import type { Bodies } from "./acts";
import type {
  Bilingual,
  CodebookVersion,
  Coding,
  Id,
  Orphan,
  Phase,
  Review,
  Round,
  Segment,
  Span,
  Speaker,
  SpeakerRole,
  Theme,
} from "./entries";
import { NO_WORK, type StudyState, type WorkState } from "./state";

/** Questions to the state of a study. All pure; what a page draws more than once it should keep in a computed signal. */

export interface Placed<T extends Theme> {
  readonly theme: T;
  readonly depth: number;
}

/** Themes as a tree, flattened: parents before their children, siblings by place. An unknown parent counts as none. */
export function inTree<T extends Theme>(themes: Iterable<T>): readonly Placed<T>[] {
  const all = [...themes].sort((a, b) => a.place - b.place || compare(a.theme, b.theme));
  const known = new Set(all.map(({ theme }) => theme));
  const under = (parent: Id | null, depth: number): Placed<T>[] =>
    all
      .filter((it) => (it.parent !== null && known.has(it.parent) ? it.parent : null) === parent)
      .flatMap((theme) => [{ theme, depth }, ...under(theme.theme, depth + 1)]);
  return under(null, 0);
}

/** A text in the wished language, or in the other one where it is missing. */
export function said(text: Bilingual, language: keyof Bilingual): string {
  return text[language] || text[language === "id" ? "en" : "id"];
}

export function codebookOf(study: StudyState, round: Round): CodebookVersion | undefined {
  const version = round.codebook_version;
  return version === null ? study.codebooks.at(-1) : study.codebooks.find((it) => it.version === version);
}

export function isUnderWay(phase: Phase): boolean {
  return phase === "coding" || phase === "closed";
}

export function isRevealed(phase: Phase): boolean {
  return phase === "revealed" || phase === "consensus" || phase === "final";
}

export function hasCoder(round: Round, member: Id): boolean {
  return round.assignments.some((it) => it.member === member);
}

export function isAssigned(round: Round, member: Id, transcript: Id): boolean {
  return round.assignments.some((it) => it.member === member && it.transcript === transcript);
}

/** Coders of a round in the order of their names, with oneself first. */
export function codersOf(study: StudyState, round: Round, me: Id): readonly Id[] {
  const coders = [...new Set(round.assignments.map(({ member }) => member))];
  const name = (member: Id): string => study.members.get(member)?.name ?? "";
  const rank = (member: Id): number => (member === me ? 0 : 1);
  return coders.sort((a, b) => rank(a) - rank(b) || compare(name(a), name(b)) || compare(a, b));
}

/** Assigned to a blind round that has begun and is not revealed. */
export function isBlind(study: StudyState, member: Id): boolean {
  return [...study.rounds.values()].some(
    (round) => round.mode === "blind" && isUnderWay(round.phase) && hasCoder(round, member),
  );
}

/** The work of several streams as one: after reveal a round's codings lie in one private stream per coder. */
export function together(works: readonly WorkState[]): WorkState {
  const [first, second] = works;
  if (!first) return NO_WORK;
  if (!second) return first;
  return {
    codings: joined(works.map(({ codings }) => codings)),
    reviews: joined(works.map(({ reviews }) => reviews)),
    reopened: new Set(works.flatMap(({ reopened }) => [...reopened])),
    orphans: new Map(works.flatMap(({ orphans }) => [...orphans])),
  };
}

/** The codings of a transcript in reading order. */
export function codingsIn(work: WorkState, transcript: Id): readonly Coding[] {
  return [...(work.codings.get(transcript)?.values() ?? [])].sort(
    (a, b) => a.start - b.start || a.end - b.end || compare(a.coding, b.coding),
  );
}

/** A coder's codings of a transcript that a correction changed, in reading order: to be confirmed or removed. */
export function codingsToCheck(work: WorkState, transcript: Id, coder: Id): readonly Coding[] {
  return codingsIn(work, transcript).filter((it) => it.coder === coder && it.anchor === "check");
}

/** A coder's codings of a transcript of whose text nothing is left, in the order they had. */
export function orphansOf(work: WorkState, transcript: Id, coder: Id): readonly Orphan[] {
  return [...work.orphans.values()]
    .filter((it) => it.transcript === transcript && it.coder === coder)
    .sort((a, b) => a.version - b.version || a.start - b.start || compare(a.coding, b.coding));
}

/** How much a correction left for a coder to settle in a transcript. */
export function countToCheck(work: WorkState, transcript: Id, coder: Id): number {
  let n = 0;
  for (const it of work.codings.get(transcript)?.values() ?? []) if (it.anchor && it.coder === coder) n++;
  for (const it of work.orphans.values()) if (it.transcript === transcript && it.coder === coder) n++;
  return n;
}

/** Starts of the base segments that a coder has reviewed. */
export function reviewedStarts(work: WorkState, transcript: Id, coder: Id): ReadonlySet<number> {
  const reviews: Iterable<Review> = work.reviews.get(transcript)?.values() ?? [];
  return new Set([...reviews].filter((it) => it.coder === coder).map(({ start }) => start));
}

export function roleOf(segment: Segment, speakers: readonly Speaker[]): SpeakerRole | null {
  return speakers.find(({ label }) => label === segment.speaker)?.role ?? null;
}

/** Whether a theme's figure counts the units of this speaker. */
export function includes(theme: Theme, speaker: string | null, role: SpeakerRole | null): boolean {
  const { roles, speakers } = theme.scope;
  if (roles.length === 0 && speakers.length === 0) return true;
  return (role !== null && roles.includes(role)) || (speaker !== null && speakers.includes(speaker));
}

/** The base segments that count for at least one theme: these are the ones to review. */
export function segmentsInScope(
  segments: readonly Segment[],
  speakers: readonly Speaker[],
  themes: readonly Theme[],
): readonly boolean[] {
  const codable = themes.filter((theme) => theme.codable && !theme.archived);
  const bySpeaker = new Map<string | null, boolean>();
  return segments.map((segment) => {
    const known = bySpeaker.get(segment.speaker);
    if (known !== undefined) return known;
    const role = roleOf(segment, speakers);
    const counts = codable.length === 0 || codable.some((theme) => includes(theme, segment.speaker, role));
    bySpeaker.set(segment.speaker, counts);
    return counts;
  });
}

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** One's own codings that a new one will displace: other themes of its exclusive group on any base segment it touches. */
export function displaced(
  themes: readonly Theme[],
  segments: readonly Span[],
  own: readonly Coding[],
  applying: Bodies["coding.apply"],
): readonly Id[] {
  const groupOf = (id: Id): string | null => themes.find(({ theme }) => theme === id)?.exclusive_group ?? null;
  const group = groupOf(applying.theme);
  if (group === null) return [];
  const touched = segments.filter((segment) => overlaps(segment, applying));
  return own
    .filter(({ theme }) => theme !== applying.theme && groupOf(theme) === group)
    .filter((coding) => touched.some((segment) => overlaps(segment, coding)))
    .map(({ coding }) => coding);
}

/**
 * The key of each codable theme: its own, else the digits 1 to 9 and 0 in the order of the codebook. A letter that the
 * screen needs itself is not a theme's.
 */
export function themeKeys(themes: readonly Theme[], taken: ReadonlySet<string>): ReadonlyMap<string, Id> {
  const codable = inTree(themes.filter((theme) => theme.codable && !theme.archived)).map(({ theme }) => theme);
  const keys = new Map<string, Id>();
  for (const { theme, key } of codable) {
    const name = key?.toUpperCase();
    if (name && !taken.has(name) && !keys.has(name)) keys.set(name, theme);
  }
  const having = new Set(keys.values());
  const free = [..."1234567890"].filter((digit) => !keys.has(digit));
  for (const { theme } of codable.filter((it) => !having.has(it.theme))) {
    const digit = free.shift();
    if (digit) keys.set(digit, theme);
  }
  return keys;
}

function joined<V>(parts: readonly ReadonlyMap<Id, ReadonlyMap<string, V>>[]): ReadonlyMap<Id, ReadonlyMap<string, V>> {
  const all = new Map<Id, Map<string, V>>();
  for (const [transcript, entries] of parts.flatMap((part) => [...part])) {
    const here = all.get(transcript) ?? new Map<string, V>();
    for (const [key, value] of entries) here.set(key, value);
    all.set(transcript, here);
  }
  return all;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
