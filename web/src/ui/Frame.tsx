import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { chooseLanguage, loadStudies, myStudies, signOut } from "../api/account";
import { type Account, session } from "../api/session";
import { language, type PlainKey, t } from "../i18n";
import { Menu } from "./Menu";
import { THEMES, theme } from "./preferences";
import { go, type Place, type Route, to } from "./router";
import { SaveMark } from "./saveState";

/** The round and transcript that Coding, Agreement and Queue in the bar lead to; study pages set it. */
export const currentRound = signal<{ study: string; round: string; transcript?: string } | undefined>(undefined);

/** What stands over every page: study menu, places, state of saving, language, my menu. */
export function Frame({ route, children }: { readonly route: Route; readonly children: ComponentChildren }) {
  const study = "study" in route ? route.study : undefined;
  const me = session.value;
  return (
    <div class="frame">
      <header class="bar">
        <a class="brand" href={to("studies")}>
          <Mark />
          <span>{t("common.sepakat")}</span>
        </a>
        {study && <StudyMenu study={study} at={route.at} />}
        {study && <Places study={study} at={route.at} />}
        <div class="bar-end">
          <SaveMark />
          <LanguageSwitch />
          {typeof me === "object" && <MyMenu account={me.account} />}
        </div>
      </header>
      {children}
    </div>
  );
}

/** Two rings that share a part. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 20 16" width="20" height="16" aria-hidden="true">
      <circle cx="7" cy="8" r="5.5" />
      <circle cx="13" cy="8" r="5.5" />
      <path d="M10 3.4a5.5 5.5 0 0 1 0 9.2a5.5 5.5 0 0 1 0-9.2z" />
    </svg>
  );
}

function StudyMenu({ study, at }: { readonly study: string; readonly at: Route["at"] }) {
  useEffect(() => {
    if (!myStudies.peek()) void loadStudies();
  }, []);
  const studies = myStudies.value ?? [];
  const name = studies.find((entry) => entry.study === study)?.name ?? t("studies.title");
  return (
    <Menu
      label={`${name}, ${t("common.switchStudy")}`}
      items={[
        { label: t("common.members"), href: to("members", { study }), current: at === "members" },
        "line",
        ...studies
          .filter((entry) => entry.study !== study)
          .map((entry) => ({ label: entry.name, href: to("home", { study: entry.study }) })),
        { label: t("common.allStudies"), href: to("studies") },
      ]}
    >
      <span class="study-name">{name}</span>
    </Menu>
  );
}

interface BarPlace {
  readonly key: PlainKey;
  readonly href: string;
  readonly holds: readonly Place[];
}

/** The places of the bar, and which routes count as being there. */
export function places(study: string): readonly BarPlace[] {
  const known = currentRound.value;
  const round = known?.study === study ? known : undefined;
  const rounds = to("rounds", { study });
  const coding = round?.transcript && to("coding", { study, round: round.round, transcript: round.transcript });
  return [
    { key: "common.home", href: to("home", { study }), holds: ["home"] },
    {
      key: "common.transcripts",
      href: to("transcripts", { study }),
      holds: ["transcripts", "transcriptImport", "transcript", "correction"],
    },
    { key: "common.codebook", href: to("codebook", { study }), holds: ["codebook", "codebookHistory", "theme"] },
    { key: "common.rounds", href: rounds, holds: ["rounds", "newRound", "importCodings", "round"] },
    { key: "common.coding", href: coding ?? rounds, holds: ["coding"] },
    {
      key: "common.agreement",
      href: round ? to("agreement", { study, round: round.round }) : rounds,
      holds: ["agreement"],
    },
    {
      key: "common.queue",
      href: round ? `${to("queue", { study, round: round.round })}?state=open` : rounds,
      holds: ["queue", "roundTranscript"],
    },
  ];
}

/** A row of links; on narrow screens the same links in a menu. CSS shows one of the two. */
function Places({ study, at }: { readonly study: string; readonly at: Route["at"] }) {
  const links = places(study).map(({ key, href, holds }) => ({
    label: t(key),
    href,
    current: holds.some((place) => place === at),
  }));
  const here = links.find((link) => link.current)?.label ?? t("common.menu");
  return (
    <>
      <nav class="places" aria-label={t("common.mainPlaces")}>
        <ul>
          {links.map((link) => (
            <li key={link.label}>
              <a href={link.href} aria-current={link.current ? "page" : undefined}>
                {link.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="places-folded">
        <Menu label={`${here}, ${t("common.mainPlaces")}`} items={links}>
          {here}
        </Menu>
      </div>
    </>
  );
}

export function LanguageSwitch() {
  const option = (code: "id" | "en", name: string) => (
    <button
      type="button"
      lang={code}
      aria-label={`${code.toUpperCase()}, ${name}`}
      aria-pressed={language.value === code}
      onClick={() => chooseLanguage(code)}
    >
      {code.toUpperCase()}
    </button>
  );
  return (
    <div class="language" role="group" aria-label={t("common.language")}>
      {option("id", t("common.indonesian"))}
      {option("en", t("common.english"))}
    </div>
  );
}

function MyMenu({ account }: { readonly account: Account }) {
  const short = initials(account.display_name);
  const leave = async () => {
    const answer = await signOut();
    if (answer.ok) go(to("signIn"));
  };
  return (
    <Menu
      side="end"
      label={`${short}, ${t("common.myMenu", { name: account.display_name })}`}
      items={[
        { label: t("settings.title"), href: to("me") },
        "line",
        ...THEMES.map((one) => ({
          label: t(`settings.${one}`),
          checked: theme.value === one,
          run: () => {
            theme.value = one;
          },
        })),
        "line",
        { label: t("signIn.signOut"), run: () => void leave() },
      ]}
    >
      <span class="initials">{short}</span>
    </Menu>
  );
}

/** AN for Ani, DW for Dewi Wulandari. */
export function initials(name: string): string {
  const [first = "", ...rest] = name
    .trim()
    .split(/\s+/)
    .map((word) => [...word]);
  const last = rest.at(-1);
  return [first[0] ?? "", last?.[0] ?? first[1] ?? ""].join("").toUpperCase();
}
