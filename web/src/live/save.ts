import type { Link } from "./connection";

/** What the frame says about saving, in words. `n` counts acts that the server has not answered. */
export type SaveState =
  | { readonly at: "saved" }
  | { readonly at: "sending" | "reconnecting" | "elsewhere" | "over" | "outdated"; readonly n: number }
  | { readonly at: "unsaved"; readonly n: number; readonly since: number };

/** Quick work is not worth a word; a link may be gone for as long before that is news. Milliseconds. */
const SENDING_SHOWS = 400;
const UNSAVED_SHOWS = 3_000;

/** How saving stands at `now`; `oldest` is when the oldest unanswered act was done. */
export function saveState(link: Link, n: number, oldest: number | null, now: number): SaveState {
  if (link.at === "over" || link.at === "elsewhere" || link.at === "outdated") return { at: link.at, n };
  if (oldest !== null && now - oldest >= UNSAVED_SHOWS) return { at: "unsaved", n, since: oldest };
  if ((link.at === "connecting" || link.at === "waiting") && now - link.since >= SENDING_SHOWS) {
    return { at: "reconnecting", n };
  }
  if (oldest !== null && now - oldest >= SENDING_SHOWS) return { at: "sending", n };
  return { at: "saved" };
}

/** Milliseconds until time alone changes the answer, or null. */
export function nextChange(link: Link, oldest: number | null, now: number): number | null {
  const moments = oldest === null ? [] : [oldest + SENDING_SHOWS, oldest + UNSAVED_SHOWS];
  if (link.at === "connecting" || link.at === "waiting") moments.push(link.since + SENDING_SHOWS);
  const ahead = moments.filter((moment) => moment > now);
  return ahead.length === 0 ? null : Math.min(...ahead) - now;
}
