import { computed, signal } from "@preact/signals";

/** Every address of Sepakat. The first pattern that fits wins, so fixed words stand before names. */
const PATTERNS = {
  signIn: "/sign-in",
  firstRun: "/first-run",
  invitation: "/invitation",
  studies: "/studies",
  me: "/me",
  home: "/s/:study",
  transcripts: "/s/:study/transcripts",
  transcriptImport: "/s/:study/transcripts/import",
  transcript: "/s/:study/t/:transcript",
  correction: "/s/:study/t/:transcript/correct",
  codebook: "/s/:study/codebook",
  codebookHistory: "/s/:study/codebook/history",
  theme: "/s/:study/codebook/:theme",
  rounds: "/s/:study/rounds",
  newRound: "/s/:study/rounds/new",
  importCodings: "/s/:study/rounds/import",
  round: "/s/:study/r/:round",
  coding: "/s/:study/r/:round/code/:transcript",
  roundTranscript: "/s/:study/r/:round/t/:transcript",
  agreement: "/s/:study/r/:round/agreement",
  queue: "/s/:study/r/:round/queue",
  members: "/s/:study/members",
} as const;

type Patterns = typeof PATTERNS;
export type Place = keyof Patterns;

type Named<Pattern> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Named<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never;

/** What an address names besides the place: the study, the round and so on. */
export type Names<P extends Place> = { readonly [Name in Named<Patterns[P]>]: string };

/** Where the reader is. An address that means nothing is `absent`, like one that this reader may not see. */
export type Route = { [P in Place]: { readonly at: P } & Names<P> }[Place] | { readonly at: "absent" };
export type RouteTo<P extends Place> = Extract<Route, { at: P }>;

export interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
  /** Without the number sign. */
  readonly hash: string;
}

export const address = signal<Address>(present());

export const route = computed<Route>(() => match(address.value.path));

/** The address of a place, for `<a href>`, go() and redirect(). */
export function to<P extends Place>(place: P, ...[names]: keyof Names<P> extends never ? [] : [Names<P>]): string {
  const given: Readonly<Record<string, string>> = names ?? {};
  return PATTERNS[place].replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(given[name] ?? ""));
}

export function match(path: string): Route {
  const parts = path.replace(/(.)\/$/, "$1").split("/");
  for (const [at, pattern] of Object.entries(PATTERNS)) {
    const names = namesIn(pattern.split("/"), parts);
    // The names come from the pattern of this very place, which the type of the table cannot tell.
    if (names) return { at, ...names } as Route;
  }
  return { at: "absent" };
}

function namesIn(pattern: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const names: Record<string, string> = {};
  for (const [i, wanted] of pattern.entries()) {
    const part = parts[i] ?? "";
    if (!wanted.startsWith(":")) {
      if (part !== wanted) return undefined;
      continue;
    }
    const name = decoded(part);
    if (!name) return undefined;
    names[wanted.slice(1)] = name;
  }
  return names;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** To another page; Back returns. */
export function go(href: string): void {
  history.pushState(null, "", href);
  address.value = present();
}

/** To another page in place of this one: Back does not return here. */
export function redirect(href: string): void {
  history.replaceState(null, "", href);
  address.value = present();
}

/** Changes parts of the query, keeps the rest; an undefined part goes. Filters live here, so that a link carries them. */
export function setQuery(changes: Readonly<Record<string, string | undefined>>): void {
  const query = new URLSearchParams(address.value.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  redirect(`${address.value.path}${text ? `?${text}` : ""}${location.hash}`);
}

/** A path within Sepakat that somebody else wrote into an address, or undefined if it leads anywhere else. */
export function ownPath(text: string | null): string | undefined {
  if (!text?.startsWith("/") || /^\/[/\\]/.test(text)) return undefined;
  const url = new URL(text, location.origin);
  return url.origin === location.origin ? url.pathname + url.search + url.hash : undefined;
}

/** Follows the browser's Back and the page's own links from now on; the answer stops it. */
export function startRouter(): () => void {
  const onPop = () => {
    address.value = present();
  };
  addEventListener("popstate", onPop);
  document.addEventListener("click", follow);
  return () => {
    removeEventListener("popstate", onPop);
    document.removeEventListener("click", follow);
  };
}

/** A plain click on a link of ours changes the page without loading it anew; everything else is the browser's. */
function follow(event: MouseEvent): void {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  ) {
    return;
  }
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.target || link.hasAttribute("download")) return;
  const url = new URL(link.href, location.href);
  const staysOnPage = url.pathname === location.pathname && url.search === location.search && url.hash !== "";
  if (url.origin !== location.origin || url.pathname.startsWith("/api/") || staysOnPage) return;
  event.preventDefault();
  go(url.pathname + url.search + url.hash);
}

function present(): Address {
  return {
    path: location.pathname,
    query: new URLSearchParams(location.search),
    hash: location.hash.slice(1),
  };
}
