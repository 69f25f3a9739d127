import { signal } from "@preact/signals";
import { api } from "../../api/http";
import type { Id, Round, Segment, Theme, Transcript, TranscriptText } from "../../model/entries";
import { codebookOf, reviewedStarts, segmentsInScope } from "../../model/selectors";
import type { Seen } from "./inStudy";

/** My part of a transcript in a round: units in scope, as the coding workspace counts them. */
export interface Share {
  readonly done: number;
  readonly of: number;
  /** The first turn in scope that I have not reviewed, from 1; undefined if there is none, or while the text is on its way. */
  readonly next: number | undefined;
}

/** Counts the segments that at least one theme applies to. */
export function shareOf(
  segments: readonly Segment[],
  { speakers }: Pick<Transcript, "speakers">,
  themes: readonly Theme[],
  reviewed: ReadonlySet<number>,
): Share {
  const inScope = segmentsInScope(segments, speakers, themes);
  const isLeft = (segment: Segment, i: number) => inScope[i] === true && !reviewed.has(segment.start);
  const next = segments.findIndex(isLeft);
  const of = inScope.filter(Boolean).length;
  return { done: of - segments.filter(isLeft).length, of, next: next < 0 ? undefined : next + 1 };
}

/** My part of a transcript now. Until its text is here, every turn counts. */
export function myShare({ view, study, me }: Seen, round: Round, transcript: Transcript): Share {
  const id = transcript.transcript;
  const reviewed = reviewedStarts(view.work(round.round).value, id, me.member);
  const version = round.transcripts.find((pinned) => pinned.transcript === id)?.version ?? transcript.version;
  const text = textOf(study.study, id, version);
  if (!text) return { done: reviewed.size, of: transcript.segments, next: undefined };
  return shareOf(text.segments, transcript, codebookOf(study, round)?.themes ?? [], reviewed);
}

/** Texts by address. A version never changes, so that each is asked for once; one that failed is asked for on the next page. */
const texts = signal<ReadonlyMap<string, TranscriptText>>(new Map());
const asked = new Set<string>();

/** A transcript version once it is here; asking for it fetches it. */
export function textOf(study: Id, transcript: Id, version: number): TranscriptText | undefined {
  const path = `/api/studies/${study}/transcripts/${transcript}/versions/${version}`;
  const known = texts.value.get(path);
  if (!known && !asked.has(path)) {
    asked.add(path);
    void api.get<TranscriptText>(path).then((answer) => {
      if (answer.ok) texts.value = new Map(texts.peek()).set(path, answer.value);
      else asked.delete(path);
    });
  }
  return known;
}
