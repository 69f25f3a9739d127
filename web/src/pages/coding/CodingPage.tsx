import { useEffect, useRef, useState } from "preact/hooks";
import { Absent } from "../../account/Absent";
import { type ApiError, api } from "../../api/http";
import { t } from "../../i18n";
import { type StudyView, useStudy } from "../../live";
import type { Round, TranscriptText } from "../../model/entries";
import { say } from "../../ui/announce";
import { ErrorNotice } from "../../ui/Notice";
import { Page } from "../../ui/Page";
import { address, type RouteTo } from "../../ui/router";
import { deskOver } from "./corrected";
import { Desk } from "./desk";
import { turnOnTop } from "./TurnList";
import { Workspace } from "./Workspace";

/** `/s/:study/r/:round/code/:transcript#u17` */
export function CodingPage({ study, round, transcript }: RouteTo<"coding">) {
  const view = useStudy(study);
  const status = view.status.value;
  const entry = view.study.value?.rounds.get(round);
  const version = entry?.transcripts.find((it) => it.transcript === transcript)?.version;
  if (status === "absent" || status === "removed") return <Absent />;
  if (status === "loading")
    return (
      <Page title={t("common.loading")} width="whole">
        {null}
      </Page>
    );
  if (!entry || version === undefined) return <Absent />;
  return <Paper key={`${round} ${transcript}`} view={view} round={entry} transcript={transcript} version={version} />;
}

interface PaperProps {
  readonly view: StudyView;
  readonly round: Round;
  readonly transcript: string;
  readonly version: number;
}

/** Fetches the version that the round pins. Where that is corrected meanwhile, the reader keeps the place. */
function Paper({ view, round, transcript, version }: PaperProps) {
  const [desk, setDesk] = useState<Desk | null>(null);
  const shown = useRef<Desk | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [tries, setTries] = useState(0);
  const id = round.round;
  useEffect(() => {
    let isWanted = true;
    setError(null);
    void api
      .get<TranscriptText>(`/api/studies/${view.id}/transcripts/${transcript}/versions/${version}`)
      .then((answer) => {
        if (!isWanted) return;
        if (!answer.ok) return setError(answer.error);
        const before = shown.current;
        shown.current = before ? corrected(before, answer.value) : new Desk(view, id, answer.value, startUnit());
        setDesk(shown.current);
      });
    return () => {
      isWanted = false;
    };
  }, [view, id, transcript, version, tries]);
  const failure = error && <ErrorNotice error={error} onRetry={() => setTries(tries + 1)} />;
  if (desk) return <Workspace desk={desk} failure={failure} />;
  return (
    <Page title={view.study.value?.transcripts.get(transcript)?.name ?? ""} width="whole">
      {failure}
    </Page>
  );
}

/** The corrected text in place of the one on the screen, and said so. */
function corrected(before: Desk, text: TranscriptText): Desk {
  const desk = deskOver(before, text, turnOnTop());
  const name = desk.view.correctorOf(text.transcript)?.name ?? t("coding.someLead");
  const n = desk.toCheck.peek().length + desk.orphans.peek().length;
  say(n > 0 ? t("coding.correctedBy", { name, n }) : t("coding.correctedNone", { name }));
  return desk;
}

/** The unit that the address names, from 1 there, from 0 here. */
function startUnit(): number {
  const [, unit] = /^u(\d+)$/.exec(address.peek().hash) ?? [];
  return unit === undefined ? 0 : Number(unit) - 1;
}
