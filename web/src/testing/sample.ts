import type { RecordedBodies } from "../model/acts";
import type { Bilingual, Id, Theme, TranscriptText } from "../model/entries";
import type { StreamInfo } from "../model/stream";
import { FakeServer } from "./fakeServer";

/** A small invented study for tests: three coders, one round, one transcript of turns. */

export const STUDY = "study-1";
export const ROUND = "round-1";
export const TRANSCRIPT = "transcript-1";
export const [ANI, BUDI, CITRA] = ["ani", "budi", "citra"] as const;

const words = (id: string, en: string): Bilingual => ({ id, en });
const none = words("", "");

export function sampleTheme(n: number, id: string, en: string, change: Partial<Theme> = {}): Theme {
  return {
    theme: `theme-${n}`,
    parent: null,
    label: words(id, en),
    definition: none,
    include: none,
    exclude: none,
    colour: n,
    key: null,
    scope: { roles: ["participant"], speakers: [] },
    exclusive_group: null,
    codable: true,
    place: n,
    archived: false,
    ...change,
  };
}

export const THEMES: readonly Theme[] = [
  sampleTheme(1, "Bimbingan", "Guidance"),
  sampleTheme(2, "Kepercayaan", "Trust"),
  sampleTheme(3, "Penolakan", "Rejection"),
  sampleTheme(4, "Penguatan", "Reinforcement"),
];

/** Turns of an interviewer (PS-02) and a participant (PM-07), one after the other. */
export function sampleText(turns: readonly string[]): TranscriptText {
  let at = 0;
  const segments = turns.map((turn, i) => {
    const start = at;
    at += turn.length + 1;
    return { start, end: start + turn.length, speaker: i % 2 === 0 ? "PS-02" : "PM-07", start_ms: null };
  });
  const text = turns.join("\n");
  return { transcript: TRANSCRIPT, version: 1, length: text.length, text, segments };
}

/** A server with that study; the round is in coding. */
export function sampleServer(mode: "blind" | "open", text: TranscriptText): FakeServer {
  const coders = [ANI, BUDI, CITRA];
  const works: readonly StreamInfo[] =
    mode === "open"
      ? [{ stream: "work", kind: "round", round: ROUND }]
      : coders.map((coder) => ({ stream: `work-${coder}`, kind: "private", round: ROUND, coder }));
  const server = new FakeServer(STUDY, new Map(coders.map((coder) => [coder, "coder"])), [
    { stream: "study", kind: "study" },
    ...works,
  ]);
  const record = (kind: string, body: object): void => {
    server.record("study", ANI, { kind, body } as never);
  };
  record("study.create", { study: STUDY, name: "Studi contoh", founder: "dewi", founder_name: "Dewi" });
  for (const coder of coders) {
    record("member.add", { member: coder, name: coder[0]?.toUpperCase() + coder.slice(1), role: "coder" });
  }
  record("codebook.publish", { reason: "first", version: 1, themes: THEMES });
  record("transcript.import", {
    transcript: TRANSCRIPT,
    name: "T-05 Wawancara dengan PM-07",
    kind: "interview",
    version: 1,
    length: text.length,
    segments: text.segments.length,
    speakers: [
      { label: "PM-07", role: "participant" },
      { label: "PS-02", role: "interviewer" },
    ],
  });
  record("round.create", {
    round: ROUND,
    name: "Putaran 2",
    mode,
    unit: "turn",
    rule: "any",
    transcripts: [TRANSCRIPT],
    assignments: coders.map((member) => ({ member, transcript: TRANSCRIPT })),
  });
  record("round.move", { round: ROUND, to: "coding" });
  return server;
}

type Anchors = Pick<RecordedBodies["work.anchor"], "coder"> & Partial<RecordedBodies["work.anchor"]>;

/** The text is corrected by Dewi, its lead; the work of each coder named goes where the test says, in its stream. */
export function correctSample(
  server: FakeServer,
  { transcript, version, length, segments }: TranscriptText,
  anchors: Readonly<Record<Id, Anchors>>,
): void {
  const speakers = [
    { label: "PM-07", role: "participant" as const },
    { label: "PS-02", role: "interviewer" as const },
  ];
  const corrected = { transcript, version, length, segments: segments.length, speakers, rounds: [ROUND] };
  server.record("study", "dewi", { kind: "transcript.correct", body: corrected });
  const nothing = { codings: [], orphans: [], reviews_cleared: [], reviews: [] };
  for (const [stream, anchor] of Object.entries(anchors)) {
    const body = { round: ROUND, transcript, from: version - 1, version, ...nothing, ...anchor };
    server.record(stream, "dewi", { kind: "work.anchor", body });
  }
}
