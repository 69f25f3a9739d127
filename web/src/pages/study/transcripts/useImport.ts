import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../../i18n";
import type { Id, SpeakerRole } from "../../../model/entries";
import { say } from "../../../ui/announce";
import {
  encodeRoles,
  guessRole,
  type ImportFile,
  MOST_BYTES,
  newFile,
  type Preview,
  textAsKept,
  typeOf,
} from "./files";
import { CANCELLED, upload } from "./upload";

/** The files of an import: read at once, sent one after the other when told. One that fails holds up no other. */
export function useImport(study: Id) {
  const [files, setFiles] = useState<readonly ImportFile[]>([]);
  const [roles, setRoles] = useState<Readonly<Record<string, SpeakerRole>>>({});
  const [isSending, setSending] = useState(false);
  const stops = useRef(new Map<Id, AbortController>());
  useEffect(
    () => () => {
      for (const stop of stops.current.values()) stop.abort();
    },
    [],
  );

  const change = (id: Id, to: Partial<ImportFile>) =>
    setFiles((all) => all.map((file) => (file.id === id ? { ...file, ...to } : file)));
  const roleOf = (label: string): SpeakerRole => roles[label] ?? guessRole(label);

  const add = (chosen: readonly File[]) => {
    const added = chosen.map(newFile);
    setFiles((all) => [...all, ...added]);
    for (const file of added) void read(file);
  };

  const read = async (chosen: ImportFile) => {
    const { id, file } = chosen;
    const type = typeOf(file.name);
    if (!type) return change(id, { state: { at: "unreadable", error: { code: "NOT_TEXT", message: file.name } } });
    if (file.size > MOST_BYTES) {
      return change(id, { state: { at: "unreadable", error: { code: "TOO_BIG", message: file.name } } });
    }
    const path = `/api/studies/${study}/transcripts/preview?${new URLSearchParams({ name: chosen.name || file.name })}`;
    const answer = await upload<Preview>({ path, file, type, signal: stopOf(id).signal });
    if (!answer.ok) return change(id, { state: { at: "unreadable", error: answer.error } });
    const text = textAsKept(await file.arrayBuffer(), answer.value);
    change(id, { state: { at: "ready", preview: answer.value, text } });
  };

  const stopOf = (id: Id): AbortController => {
    const stop = new AbortController();
    stops.current.set(id, stop);
    return stop;
  };

  const send = async (chosen: ImportFile, preview: Preview, text: string | undefined) => {
    const { id } = chosen;
    const stop = stops.current.get(id);
    if (stop?.signal.aborted) return false;
    change(id, { state: { at: "sending", preview, text, sent: 0 } });
    const query = new URLSearchParams({
      transcript: id,
      op_id: chosen.opId,
      name: chosen.name.trim() || chosen.file.name,
      kind: chosen.kind,
      speakers: encodeRoles(Object.fromEntries(preview.speakers.map(({ label }) => [label, roleOf(label)]))),
    });
    const answer = await upload<unknown>({
      path: `/api/studies/${study}/transcripts?${query}`,
      file: chosen.file,
      type: typeOf(chosen.file.name) ?? "text/plain",
      signal: (stop ?? stopOf(id)).signal,
      onSent: (sent) => change(id, { state: { at: "sending", preview, text, sent } }),
    });
    if (answer.ok) change(id, { state: { at: "stored" } });
    else if (answer.error.code === CANCELLED) change(id, { state: { at: "cancelled", preview, text } });
    else change(id, { state: { at: "failed", preview, text, error: answer.error } });
    return answer.ok;
  };

  const sendAll = async () => {
    const ready = files.flatMap((file) =>
      file.state.at === "ready" || file.state.at === "failed" || file.state.at === "cancelled"
        ? [{ file, preview: file.state.preview, text: file.state.text }]
        : [],
    );
    setSending(true);
    for (const { file, preview, text } of ready) {
      stopOf(file.id);
      change(file.id, { state: { at: "waiting", preview, text } });
    }
    let stored = 0;
    for (const { file, preview, text } of ready) if (await send(file, preview, text)) stored++;
    setSending(false);
    say(t("transcripts.importedN", { n: stored }));
  };

  /** Stops one file; those before and after it are untouched. */
  const cancel = (id: Id) => {
    stops.current.get(id)?.abort();
    setFiles((all) =>
      all.map((file) =>
        file.id === id && file.state.at === "waiting" ? { ...file, state: { ...file.state, at: "cancelled" } } : file,
      ),
    );
  };

  const drop = (id: Id) => {
    stops.current.get(id)?.abort();
    setFiles((all) => all.filter((file) => file.id !== id));
  };

  const setRole = (label: string, role: SpeakerRole) => setRoles({ ...roles, [label]: role });

  return { files, isSending, add, change, drop, cancel, sendAll, roleOf, setRole };
}
