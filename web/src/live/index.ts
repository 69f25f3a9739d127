import { effect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { session } from "../api/session";
import { t } from "../i18n";
import type { Id } from "../model/entries";
import { type SaveState as Shown, saveState as shown } from "../ui/saveState";
import { Client } from "./client";
import { wallClock } from "./clock";
import type { Listener, Socket } from "./connection";
import { newId } from "./ids";
import type { SaveState } from "./save";
import type { StudyView } from "./store";

export type { Answer } from "./outbox";
export type { Me, StudyStatus, StudyView } from "./store";

/** This tab's link to the server, for as long as the same account is signed in; another account starts with none of it. */
let held: { readonly account: Id; readonly client: Client; readonly stop: () => void } | undefined;

/** A study, live, for as long as a component stands that uses it. Only for signed-in pages. */
export function useStudy(study: Id): StudyView {
  const view = client().open(study);
  useEffect(() => {
    const follow = effect(() => {
      shown.value = words(view.save.value, () => view.retryNow());
    });
    return () => {
      follow();
      shown.value = undefined;
    };
  }, [view]);
  return view;
}

function client(): Client {
  const me = session.peek();
  if (typeof me !== "object") throw new Error("No study is open to somebody who is not signed in");
  if (held?.account === me.account.id) return held.client;
  held?.stop();
  const fresh = new Client({ dial, csrf, clock: wallClock, newId, build: "web" });
  held = { account: me.account.id, client: fresh, stop: follow(fresh) };
  return fresh;
}

/** Starts and stops with the session, warns before unsent acts are lost, and looks after sleep whether the link lives. */
function follow(client: Client): () => void {
  const onLeave = (event: BeforeUnloadEvent): void => {
    if (client.unanswered > 0) event.preventDefault();
  };
  const onWake = (): void => {
    if (document.visibilityState === "visible") client.probe();
  };
  addEventListener("beforeunload", onLeave);
  addEventListener("online", onWake);
  document.addEventListener("visibilitychange", onWake);
  const bySession = effect(() => {
    if (typeof session.value === "object") client.start();
    else client.stop();
  });
  const byLink = effect(() => {
    if (client.link.value.at === "over" && typeof session.peek() === "object") session.value = "ended";
  });
  return () => {
    bySession();
    byLink();
    client.stop();
    removeEventListener("beforeunload", onLeave);
    removeEventListener("online", onWake);
    document.removeEventListener("visibilitychange", onWake);
  };
}

function words(state: SaveState, retry: () => void): Shown {
  switch (state.at) {
    case "saved":
      return { is: "saved" };
    case "sending":
      return { is: "sending", n: state.n };
    case "unsaved":
      return { is: "notSaved", n: state.n, kept: false };
    case "reconnecting":
      return { is: "reconnecting", retry };
    case "elsewhere":
      return { is: "elsewhere" };
    case "over":
      return { is: "refused", reason: t("errors.E_AUTH.happened") };
    case "outdated":
      return { is: "refused", reason: t("errors.E_VERSION.happened") };
  }
}

function csrf(): string {
  const me = session.peek();
  return typeof me === "object" ? me.csrf : "";
}

function dial(listener: Listener): Socket {
  const { protocol, host } = location;
  const socket = new WebSocket(`${protocol === "https:" ? "wss" : "ws"}://${host}/ws/v1`, "sepakat.v1");
  socket.addEventListener("open", () => listener.opened());
  socket.addEventListener("message", ({ data }) => listener.received(String(data)));
  socket.addEventListener("close", ({ code }) => listener.closed(code));
  return socket;
}
