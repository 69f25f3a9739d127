import type { Passage } from "../../../api/agreement";
import { language, t } from "../../../i18n";
import type {
  CodebookVersion,
  Decision,
  Id,
  Round,
  Segment,
  Span,
  Theme,
  TranscriptText,
} from "../../../model/entries";
import { codebookOf, said } from "../../../model/selectors";
import type { SettledState } from "../../../model/state";
import { nameOf } from "../codebook/look";
import type { Seen } from "../inStudy";
import { textOf } from "../share";
import { spansWithin, stateOf } from "./items";

/** What the parts of the queue share: the round, its codebook, its texts, what is settled, and names. */
export interface Desk {
  readonly seen: Seen;
  readonly round: Round;
  readonly codebook: CodebookVersion | undefined;
  readonly themes: readonly Theme[];
  readonly settled: SettledState;
  /** Coders of the round in the order of their names: the place of each gives the pattern. */
  readonly coders: readonly Id[];
}

export function deskOf(seen: Seen, round: Round): Desk {
  const codebook = codebookOf(seen.study, round);
  return {
    seen,
    round,
    codebook,
    themes: codebook?.themes ?? [],
    settled: seen.view.settled(round.round).value,
    coders: codersByName(seen, round),
  };
}

function codersByName({ study }: Seen, round: Round): readonly Id[] {
  const name = (id: Id): string => study.members.get(id)?.name ?? "";
  const coders = [...new Set(round.assignments.map(({ member }) => member))];
  return coders.sort((a, b) => name(a).localeCompare(name(b), language.value, { numeric: true }));
}

export function memberName({ seen }: Pick<Desk, "seen">, member: Id): string {
  return seen.study.members.get(member)?.name ?? "";
}

export function themeOf({ themes }: Pick<Desk, "themes">, id: Id): Theme | undefined {
  return themes.find(({ theme }) => theme === id);
}

export function themeName(desk: Pick<Desk, "themes">, id: Id): string {
  const theme = themeOf(desk, id);
  return theme ? nameOf(theme) : t("codebook.untitled");
}

/** The pinned text of a transcript, once it is here. */
export function textIn({ seen, round }: Pick<Desk, "seen" | "round">, transcript: Id): TranscriptText | undefined {
  const version = round.transcripts.find((pinned) => pinned.transcript === transcript)?.version;
  return version === undefined ? undefined : textOf(seen.study.study, transcript, version);
}

export function quoteIn(desk: Pick<Desk, "seen" | "round">, transcript: Id, { start, end }: Span): string {
  return textIn(desk, transcript)?.text.slice(start, end) ?? "";
}

/** What to quote of a passage: what the first coder who marked something of it marked there, else all of it. */
export function quoted(passage: Passage): Span {
  const marked = passage.coders.flatMap((coder) => spansWithin(coder, passage))[0];
  return marked ?? passage;
}

/** "T-05, turn 17" */
export function placeName({ seen }: Pick<Desk, "seen">, { transcript, segment }: Passage): string {
  const name = seen.study.transcripts.get(transcript)?.name ?? "";
  return t("differences.placeTurn", { transcript: name, turn: segment.index + 1 });
}

export function kindName({ kind }: Passage): string {
  return t(kind === null ? "differences.agreedShort" : `differences.${kind}Short`);
}

export function stateName(passage: Passage, { settled }: Pick<Desk, "settled">): string {
  const state = stateOf(passage, settled.decisions);
  return state === null ? "" : t(`differences.${state}`);
}

/** "Trust applies with new edges" */
export function outcomeText(
  desk: Pick<Desk, "themes">,
  { outcome, theme, codings }: Pick<Decision, "outcome" | "theme" | "codings">,
) {
  const name = themeName(desk, theme);
  switch (outcome) {
    case "adopt":
      return t("differences.outcomeAdopt", { theme: name });
    case "edges":
      return t("differences.outcomeEdges", { theme: name });
    case "other":
      return t("differences.outcomeOther", { theme: name, other: themeName(desk, codings[0]?.theme ?? "") });
    case "none":
      return t("differences.outcomeNone", { theme: name });
    case "defer":
      return t("differences.outcomeDefer");
  }
}

/** Whether this member may decide here now; a final round stands as it is. */
export function canDecide({ seen, round }: Pick<Desk, "seen" | "round">): boolean {
  return seen.isLead && (round.phase === "revealed" || round.phase === "consensus");
}

/** The turns around a passage: itself and so many before and after. */
export function around(
  text: TranscriptText,
  index: number,
  by: number,
): readonly { readonly segment: Segment; readonly at: number }[] {
  const from = Math.max(0, index - by);
  return text.segments.slice(from, index + by + 1).map((segment, i) => ({ segment, at: from + i }));
}

/** A text of the codebook in the reader's language; empty where there is none. */
export function entryText(theme: Theme, field: "definition" | "include" | "exclude"): string {
  return said(theme[field], language.value);
}
