import { signal } from "@preact/signals";
import { type Language, language } from "../i18n";
import { type Answer, api } from "./http";
import { type Me, session } from "./session";

export type Role = "lead" | "coder" | "observer";

export interface StudyEntry {
  readonly study: string;
  readonly name: string;
  readonly role: Role;
}

export interface Invitation {
  readonly study_name: string;
  readonly role: Role;
  readonly name: string;
}

export interface NewAccount {
  readonly token: string;
  readonly name: string;
  readonly password: string;
  readonly language: Language;
}

/** A browser that I am signed in with. */
export interface OwnSession {
  readonly session: string;
  readonly created_at: string;
  readonly last_seen_at: string;
  readonly user_agent: string;
  readonly current: boolean;
}

/** My studies, for the list and for the menu in the bar; undefined until asked for. */
export const myStudies = signal<readonly StudyEntry[] | undefined>(undefined);

/** Asks who I am. Nobody is an answer, too; a failure is the caller's to show. */
export async function loadMe(): Promise<Answer<unknown>> {
  const answer = await api.get<Me | { readonly account: null }>("/api/me");
  if (!answer.ok) return answer;
  const who = answer.value;
  if (who.account !== null) enter(who);
  else if (session.peek() === "unknown") session.value = "none";
  return answer;
}

export function signIn(name: string, password: string): Promise<Answer<Me>> {
  return taken(api.post<Me>("/api/sign-in", { name, password }));
}

export function signInByLink(token: string): Promise<Answer<Me>> {
  return taken(api.post<Me>("/api/sign-in/link", { token }));
}

export async function signOut(): Promise<Answer<unknown>> {
  const answer = await api.post("/api/sign-out");
  if (answer.ok) leave();
  return answer;
}

export function loadSessions(): Promise<Answer<{ readonly sessions: readonly OwnSession[] }>> {
  return api.get("/api/sessions");
}

export function endSession(session: string): Promise<Answer<unknown>> {
  return api.delete(`/api/sessions/${session}`);
}

export function isFirstRunOpen(): Promise<Answer<{ readonly open: boolean }>> {
  return api.get("/api/first-run");
}

export function firstRun(account: NewAccount): Promise<Answer<Me>> {
  return taken(api.post<Me>("/api/first-run", account));
}

export async function loadStudies(): Promise<Answer<readonly StudyEntry[]>> {
  const answer = await api.get<{ readonly studies: readonly StudyEntry[] }>("/api/studies");
  if (!answer.ok) return answer;
  myStudies.value = answer.value.studies;
  return { ok: true, value: answer.value.studies };
}

export async function createStudy(name: string): Promise<Answer<{ readonly study: string }>> {
  const answer = await api.post<{ readonly study: string }>("/api/studies", { name });
  if (answer.ok) await loadStudies();
  return answer;
}

export function lookAtInvitation(token: string): Promise<Answer<Invitation>> {
  return api.post("/api/invitations/look", { token });
}

/** Joins with the account that is signed in, or with a new one. */
export async function acceptInvitation(
  token: string,
  newAccount?: { readonly name: string; readonly password: string },
): Promise<Answer<unknown>> {
  const answer = await api.post("/api/invitations/accept", { token, ...newAccount });
  if (!answer.ok) return answer;
  return loadMe();
}

/** The language of the pages at once, and of my account, so that the next browser begins with it. */
export function chooseLanguage(chosen: Language): void {
  language.value = chosen;
  if (typeof session.peek() !== "object") return;
  // Where this fails the pages speak it all the same, and this browser remembers it.
  void api.patch<Me>("/api/me", { language: chosen }).then((answer) => {
    if (answer.ok) session.value = answer.value;
  });
}

function leave(): void {
  session.value = "none";
  myStudies.value = undefined;
}

async function taken(asked: Promise<Answer<Me>>): Promise<Answer<Me>> {
  const answer = await asked;
  if (answer.ok) enter(answer.value);
  return answer;
}

/** Keeps who I am, and speaks the language that I chose, wherever that was. */
function enter(me: Me): void {
  session.value = me;
  language.value = me.account.language ?? language.peek();
}
