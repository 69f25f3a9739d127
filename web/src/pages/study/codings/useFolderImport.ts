import { useEffect, useRef, useState } from "preact/hooks";
import type { ApiError } from "../../../api/http";
import { language, t } from "../../../i18n";
import { newId } from "../../../live/ids";
import type { Id } from "../../../model/entries";
import { say } from "../../../ui/announce";
import { CANCELLED, upload } from "../transcripts/upload";
import { type Chosen, type Faults, faultsIn, type ImportPreview, roundName } from "./folder";

export type ImportState =
  | { readonly at: "empty" }
  | { readonly at: "looking"; readonly sent: number }
  | { readonly at: "seen"; readonly preview: ImportPreview }
  | { readonly at: "faulty"; readonly faults: Faults }
  | { readonly at: "failed"; readonly error: ApiError; readonly preview?: ImportPreview }
  | { readonly at: "cancelled"; readonly preview: ImportPreview }
  | { readonly at: "storing"; readonly sent: number; readonly preview: ImportPreview }
  | { readonly at: "stored"; readonly round: Id; readonly preview: ImportPreview };

export interface Settings {
  readonly round: string;
  readonly isAllReviewed: boolean;
  readonly themesIn: "id" | "en";
}

/** One import: chosen, looked at, stored. Its ids are made once per folder, so that a second try stores nothing twice. */
export function useFolderImport(study: Id) {
  const [state, setState] = useState<ImportState>({ at: "empty" });
  const [chosen, setChosen] = useState<Chosen>();
  const [settings, setSettings] = useState<Settings>({ round: "", isAllReviewed: false, themesIn: language.peek() });
  const ids = useRef({ round: newId(), op: newId() });
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);

  const send = <T>(
    path: string,
    folder: Chosen,
    to: Settings,
    more: Record<string, string>,
    at: (sent: number) => void,
  ) => {
    stop.current.abort();
    stop.current = new AbortController();
    const query = new URLSearchParams({
      name: to.round.trim() || roundName(folder) || "import",
      file: folder.name,
      all_reviewed: String(to.isAllReviewed),
      language: to.themesIn,
      ...more,
    });
    return upload<T>({
      path: `/api/studies/${study}/imports${path}?${query}`,
      file: folder.body,
      type: "application/zip",
      signal: stop.current.signal,
      onSent: at,
    });
  };

  const fail = (error: ApiError, preview?: ImportPreview) => {
    const faults = faultsIn(error);
    setState(faults ? { at: "faulty", faults } : { at: "failed", error, ...(preview ? { preview } : {}) });
  };

  const look = async (folder: Chosen, to: Settings) => {
    setState({ at: "looking", sent: 0 });
    const answer = await send<ImportPreview>("/preview", folder, to, {}, (sent) => setState({ at: "looking", sent }));
    if (answer.ok) {
      setState({ at: "seen", preview: answer.value });
      say(t("codings.seen"));
    } else if (answer.error.code !== CANCELLED) fail(answer.error);
  };

  const choose = (folder: Chosen) => {
    ids.current = { round: newId(), op: newId() };
    const to = { ...settings, round: roundName(folder) };
    setChosen(folder);
    setSettings(to);
    void look(folder, to);
  };

  /** Another reading of the same files shows another preview. */
  const change = (to: Settings) => {
    setSettings(to);
    const isReadAnew = to.isAllReviewed !== settings.isAllReviewed;
    if (chosen && isReadAnew) void look(chosen, to);
  };

  const store = async (preview: ImportPreview) => {
    if (!chosen) return;
    const { round, op } = ids.current;
    setState({ at: "storing", sent: 0, preview });
    const more = { round, op_id: op };
    const answer = await send<unknown>("", chosen, settings, more, (sent) =>
      setState({ at: "storing", sent, preview }),
    );
    if (answer.ok) {
      setState({ at: "stored", round, preview });
      say(t("codings.stored", { n: preview.codings }));
    } else if (answer.error.code === CANCELLED) setState({ at: "cancelled", preview });
    else fail(answer.error, preview);
  };

  const cancel = () => stop.current.abort();

  return { state, chosen, settings, choose, change, store, cancel };
}
