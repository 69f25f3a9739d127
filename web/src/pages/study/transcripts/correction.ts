import type { ApiError } from "../../../api/http";
import type { Id, Round, Segment, Span, Transcript, TranscriptText } from "../../../model/entries";

/** What a corrected text would change. Nothing is stored by it, and it says nothing of anybody's codings. */
export interface CorrectionPreview {
  /** The version that it was compared with. */
  readonly version: number;
  /** At most 200, in reading order; `changes_total` counts all. Texts are cut to 200 characters. */
  readonly changes: readonly Change[];
  readonly changes_total: number;
  /** The share of the old text's characters that stays, from 0 to 1. */
  readonly kept: number;
  readonly segments_before: number;
  readonly segments_after: number;
  readonly speakers: readonly string[];
  /** Rounds that take the new version over at once. */
  readonly rounds: readonly Id[];
  readonly warnings: readonly string[];
}

/** A place of the old text and what stands there in the new one; offsets are UTF-16 code units, half open. */
export interface Change {
  readonly old: readonly [start: number, end: number];
  readonly new: readonly [start: number, end: number];
  readonly old_text: string;
  readonly new_text: string;
}

/** A corrected text as it is sent. */
export interface Corrected {
  readonly body: Blob;
  readonly type: "text/plain" | "text/vtt";
}

export type CorrectionState =
  | { readonly at: "choosing" }
  | { readonly at: "same" }
  | { readonly at: "comparing" }
  | { readonly at: "compared"; readonly preview: CorrectionPreview; readonly sent: Corrected }
  | { readonly at: "storing"; readonly preview: CorrectionPreview; readonly sent: Corrected; readonly share: number }
  | { readonly at: "failed"; readonly error: ApiError };

/** Times came with subtitles: a text typed by hand would lose them. */
export function hasTimes({ segments }: TranscriptText): boolean {
  return segments.some(({ start_ms }) => start_ms !== null);
}

/** The number, from 1, of the turn that a place belongs to or precedes. */
export function turnAt(segments: readonly Segment[], offset: number): number {
  const at = segments.findIndex(({ end }) => end > offset);
  return (at < 0 ? segments.length - 1 : at) + 1;
}

const AROUND = 48;

/** A few words before and after a place, within its line. */
export function around(text: string, { start, end }: Span): { readonly before: string; readonly after: string } {
  const before =
    text
      .slice(Math.max(0, start - AROUND), start)
      .split("\n")
      .at(-1) ?? "";
  const after = text.slice(end, end + AROUND).split("\n")[0] ?? "";
  return {
    before: before.length === AROUND ? `… ${before.replace(/^\S*\s/, "")}` : before,
    after: after.length === AROUND ? `${after.replace(/\s\S*$/, "")} …` : after,
  };
}

/** What the rounds that hold the transcript do about a new version. */
export function roundsAbout(
  rounds: readonly Round[],
  { transcript }: Transcript,
  taking: readonly Id[],
): Readonly<Record<"take" | "later" | "keep", readonly Round[]>> {
  const holding = rounds.filter((round) => round.transcripts.some((it) => it.transcript === transcript));
  const take = holding.filter(({ round }) => taking.includes(round));
  const later = holding.filter((round) => round.phase === "draft");
  return { take, later, keep: holding.filter((round) => !take.includes(round) && !later.includes(round)) };
}

/** The version that stands now, if that is why a correction was refused. */
export function newerVersion(error: ApiError): number | undefined {
  const { code, detail } = error;
  const known = typeof detail === "object" && detail !== null && "version" in detail ? detail.version : undefined;
  return code === "E_STALE" && typeof known === "number" ? known : undefined;
}

/** Whether a round that was to be moved can be moved no more. */
export function isAboutRounds({ detail }: ApiError): boolean {
  return typeof detail === "object" && detail !== null && "path" in detail && detail.path === "rounds";
}
