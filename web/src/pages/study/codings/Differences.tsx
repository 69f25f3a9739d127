import { list, type PlainKey, t } from "../../../i18n";
import type { Difference } from "./folder";

const WHAT: Readonly<Record<Difference["what"], PlainKey>> = {
  scope: "codings.differsScope",
  parent: "codings.differsParent",
  group: "codings.differsGroup",
  definition: "codings.differsDefinition",
};

const NONE: Readonly<Record<Difference["what"], PlainKey>> = {
  scope: "codings.everyUnit",
  parent: "codings.noParent",
  group: "codings.noGroup",
  definition: "codings.noDefinition",
};

const ROLES: Readonly<Record<string, PlainKey>> = {
  participant: "codings.participants",
  interviewer: "codings.interviewers",
  other: "codings.otherSpeakers",
};

/** What the files say of themes that are here already, and what will hold instead. */
export function Differences({ all }: { readonly all: readonly Difference[] }) {
  if (all.length === 0) return null;
  return (
    <>
      <h3>{t("codings.differences")}</h3>
      <p class="caution">{t("codings.differencesHold")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <div class="scrolls" tabIndex={0}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t("codings.theme")}</th>
              <th scope="col">{t("codings.differsIn")}</th>
              <th scope="col">{t("codings.inFiles")}</th>
              <th scope="col">{t("codings.holds")}</th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ theme, what, files, here }) => (
              <tr key={`${theme} ${what}`}>
                <th scope="row">{theme}</th>
                <td>{t(WHAT[what])}</td>
                <td>{said(what, files)}</td>
                <td>{said(what, here)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function said(what: Difference["what"], names: readonly string[]): string {
  if (names.length === 0) return t(NONE[what]);
  return list(names.map((name) => roleIn(what, name) ?? name));
}

function roleIn(what: Difference["what"], name: string): string | undefined {
  const key = what === "scope" ? ROLES[name] : undefined;
  return key && t(key);
}
