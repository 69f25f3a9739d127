import { useEffect, useState } from "preact/hooks";
import { endSession, loadSessions, type OwnSession } from "../api/account";
import type { ApiError } from "../api/http";
import { dateAndTime, t } from "../i18n";
import { say } from "../ui/announce";
import { Button } from "../ui/Button";
import { ErrorNotice } from "../ui/Notice";

/** Where I am signed in, the present browser marked; each of the others can be signed out from here. */
export function MySessions() {
  const [sessions, setSessions] = useState<readonly OwnSession[]>([]);
  const [error, setError] = useState<ApiError | undefined>(undefined);
  const load = () =>
    void loadSessions().then((answer) => {
      setError(answer.ok ? undefined : answer.error);
      if (answer.ok) setSessions(answer.value.sessions);
    });
  useEffect(load, []);
  const end = async (one: OwnSession) => {
    const answer = await endSession(one.session);
    setError(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    say(t("settings.sessionEnded", { browser: browserOf(one.user_agent) }));
    load();
  };
  return (
    <section class="settings" aria-labelledby="sessions">
      <h2 id="sessions">{t("settings.sessions")}</h2>
      {error && <ErrorNotice error={error} onRetry={load} />}
      <ul class="rows">
        {sessions.map((one) => (
          <li key={one.session} class="row">
            <div class="row-main">
              {browserOf(one.user_agent)} {one.current && <span class="badge">{t("settings.thisBrowser")}</span>}
              <p class="quiet">{t("settings.lastSeen", { when: dateAndTime(new Date(one.last_seen_at)) })}</p>
            </div>
            {!one.current && (
              <Button
                label={t("settings.endSessionOf", { browser: browserOf(one.user_agent) })}
                onPress={() => void end(one)}
              >
                {t("settings.endSession")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The order matters: most browsers name others, too, to be served alike. */
const BROWSERS = [
  ["Edg/", "Edge"],
  ["OPR/", "Opera"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;
const SYSTEMS = ["Android", "iPhone", "iPad", "Windows", "Mac OS X", "Linux"] as const;

/** "Firefox, Linux", as far as the browser says; else how it calls itself. */
export function browserOf(userAgent: string): string {
  const browser = BROWSERS.find(([mark]) => userAgent.includes(mark))?.[1];
  const system = SYSTEMS.find((name) => userAgent.includes(name));
  const known = [browser, system].filter((name) => name !== undefined);
  return known.length > 0 ? known.join(", ") : userAgent || t("settings.unknownBrowser");
}
