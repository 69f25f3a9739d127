import { signal } from "@preact/signals";
import { api } from "../../api/http";
import type { Id, Round, Transcript, TranscriptText } from "../../model/entries";
import { codebookOf, reviewedStarts, segmentsInScope } from "../../model/selectors";
import { type Share, shareOf } from "../../model/share";
import type { Seen } from "./inStudy";

/** What counting needs of what a reader sees. */
type Sight = Pick<Seen, "view" | "study">;

/** My part of a transcript now. Until its text is here, every turn counts. */
export function myShare(seen: Seen, round: Round, transcript: Transcript): Share {
  return shareIn(seen, round, transcript, seen.me.member);
}

/** The same of any coder whose work the reader sees. */
export function shareIn(sight: Sight, round: Round, transcript: Transcript, coder: Id): Share {
  const text = textOf(sight.study.study, transcript.transcript, versionIn(round, transcript));
  return counted(sight, round, transcript, coder, text);
}

/** The same, where the count is not worth asking for a text. */
export function knownShareIn(sight: Sight, round: Round, transcript: Transcript, coder: Id): Share {
  const text = texts.value.get(pathOf(sight.study.study, transcript.transcript, versionIn(round, transcript)));
  return counted(sight, round, transcript, coder, text);
}

function counted(
  { view, study }: Sight,
  round: Round,
  { transcript, segments, speakers }: Transcript,
  coder: Id,
  text: TranscriptText | undefined,
): Share {
  const reviewed = reviewedStarts(view.work(round.round).value, transcript, coder);
  if (!text) return { done: reviewed.size, of: segments, next: undefined };
  const themes = codebookOf(study, round)?.themes ?? [];
  return shareOf(text.segments, segmentsInScope(text.segments, speakers, themes), reviewed);
}

function versionIn(round: Round, { transcript, version }: Transcript): number {
  return round.transcripts.find((pinned) => pinned.transcript === transcript)?.version ?? version;
}

/** Texts by address. A version never changes, so that each is asked for once; one that failed is asked for on the next page. */
const texts = signal<ReadonlyMap<string, TranscriptText>>(new Map());
const asked = new Set<string>();

function pathOf(study: Id, transcript: Id, version: number): string {
  return `/api/studies/${study}/transcripts/${transcript}/versions/${version}`;
}

/** A transcript version once it is here; asking for it fetches it. */
export function textOf(study: Id, transcript: Id, version: number): TranscriptText | undefined {
  const path = pathOf(study, transcript, version);
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
