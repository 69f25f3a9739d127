import { type PlainKey, t } from "../../../i18n";
import { type Faults, placeOf } from "./folder";

const KINDS: Readonly<Record<string, PlainKey>> = {
  missing_file: "codings.missing_file",
  malformed: "codings.malformed",
  unknown_theme: "codings.unknown_theme",
  unknown_transcript: "codings.unknown_transcript",
  unit_out_of_range: "codings.unit_out_of_range",
  duplicate_row: "codings.duplicate_row",
  coder_without_coverage: "codings.coder_without_coverage",
  outside_coverage: "codings.outside_coverage",
  bad_value: "codings.bad_value",
  exclusive_group: "codings.exclusive_group",
  too_few_coders: "codings.too_few_coders",
  unfit: "codings.unfit",
};

/** Everything that is wrong with a folder: counted, then each with its place and what was expected. */
export function FolderFaults({ counts, faults }: Faults) {
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return (
    <section aria-labelledby="codings-faults" role="alert">
      <h2 id="codings-faults">{t("codings.faults", { n: total })}</h2>
      <p>{t("codings.faultsSafe")}</p>
      <ul class="plain-list">
        {Object.entries(counts).map(([kind, n]) => (
          <li key={kind}>{t("codings.faultCount", { what: wordFor(kind), n })}</li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <div class="scrolls" tabIndex={0}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t("codings.place")}</th>
              <th scope="col">{t("codings.what")}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault) => (
              <tr key={`${placeOf(fault)} ${fault.message}`}>
                <td class="code">{placeOf(fault)}</td>
                <td>
                  {wordFor(fault.kind)}
                  <br />
                  <span class="quiet" lang="en">
                    {fault.message}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {faults.length < total && <p class="note">{t("codings.faultsShown", { n: faults.length, of: total })}</p>}
    </section>
  );
}

function wordFor(kind: string): string {
  const key = KINDS[kind];
  return key ? t(key) : kind;
}
