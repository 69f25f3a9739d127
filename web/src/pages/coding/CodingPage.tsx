import { useEffect, useMemo, useState } from "preact/hooks";
import { Absent } from "../../account/Absent";
import { type ApiError, api } from "../../api/http";
import { t } from "../../i18n";
import { type StudyView, useStudy } from "../../live";
import type { Round, TranscriptText } from "../../model/entries";
import { ErrorNotice } from "../../ui/Notice";
import { Page } from "../../ui/Page";
import { address, type RouteTo } from "../../ui/router";
import { Desk } from "./desk";
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
  return (
    <Paper
      key={`${round} ${transcript} ${version}`}
      view={view}
      round={entry}
      transcript={transcript}
      version={version}
    />
  );
}

interface PaperProps {
  readonly view: StudyView;
  readonly round: Round;
  readonly transcript: string;
  readonly version: number;
}

/** Fetches the text once; it never changes within a version. */
function Paper({ view, round, transcript, version }: PaperProps) {
  const [text, setText] = useState<TranscriptText | ApiError | null>(null);
  const id = round.round;
  useEffect(() => {
    let isWanted = true;
    void api
      .get<TranscriptText>(`/api/studies/${view.id}/transcripts/${transcript}/versions/${version}`)
      .then((answer) => {
        if (isWanted) setText(answer.ok ? answer.value : answer.error);
      });
    return () => {
      isWanted = false;
    };
  }, [view, transcript, version]);
  const desk = useMemo(() => (text && "text" in text ? new Desk(view, id, text, startUnit()) : null), [view, id, text]);
  if (desk) return <Workspace desk={desk} />;
  return (
    <Page title={view.study.value?.transcripts.get(transcript)?.name ?? ""} width="whole">
      {text && "code" in text && <ErrorNotice error={text} />}
    </Page>
  );
}

/** The unit that the address names, from 1 there, from 0 here. */
function startUnit(): number {
  const [, unit] = /^u(\d+)$/.exec(address.peek().hash) ?? [];
  return unit === undefined ? 0 : Number(unit) - 1;
}
