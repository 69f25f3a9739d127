import { list, number, t } from "../../../i18n";
import { Differences } from "./Differences";
import type { ImportPreview } from "./folder";

interface FolderPreviewProps {
  readonly preview: ImportPreview;
  readonly unsent: readonly string[];
}

/** What would come in, what of it is here already, and what no figure would count. */
export function FolderPreview({ preview, unsent }: FolderPreviewProps) {
  const { transcripts, coders, themes } = preview;
  const turns = transcripts.reduce((sum, { segments }) => sum + segments, 0);
  const renamed = coders.filter(({ name, member }) => member !== name);
  return (
    <section aria-labelledby="codings-preview">
      <h2 id="codings-preview">{t("codings.preview")}</h2>
      <dl class="facts">
        <Fact name={t("rounds.transcripts")} value={transcripts.length} known={transcripts.filter(isKnown).length} />
        <Fact name={t("codings.turns")} value={turns} />
        <Fact name={t("rounds.coders")} value={coders.length} known={coders.filter(isKnown).length} />
        <Fact name={t("codings.themes")} value={themes.length} known={themes.filter(isKnown).length} />
        <Fact name={t("codings.codings")} value={preview.codings} />
        <Fact name={t("codings.reviews")} value={preview.reviews} />
      </dl>
      <p class="quiet">{t("codings.coderNames", { names: list(coders.map(({ member }) => member)) })}</p>
      {renamed.map(({ name, member }) => (
        <p key={name} class="caution">
          {t("codings.renamed", { name, member })}
        </p>
      ))}
      <Differences all={preview.differences} />
      {preview.publishes && <p class="explains">{t("codings.publishes")}</p>}
      <LeftOut preview={preview} unsent={unsent} />
    </section>
  );
}

function isKnown({ known }: { readonly known: boolean }): boolean {
  return known;
}

function Fact({ name, value, known = 0 }: { readonly name: string; readonly value: number; readonly known?: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {number(value)}
        {known > 0 && <span class="quiet"> {t("codings.known", { n: known })}</span>}
      </dd>
    </div>
  );
}

function LeftOut({ preview: { left_out: out }, unsent }: FolderPreviewProps) {
  const files = [...unsent, ...out.files];
  const lines = [
    out.units_one_coder > 0 && t("codings.oneCoder", { n: out.units_one_coder }),
    out.units_nobody > 0 && t("codings.nobody", { n: out.units_nobody }),
    out.codings_out_of_scope > 0 && t("codings.outOfScope", { n: out.codings_out_of_scope }),
  ].filter((line) => line !== false);
  if (lines.length === 0 && files.length === 0) return null;
  return (
    <>
      <h3>{t("codings.leftOut")}</h3>
      <ul class="plain-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {files.length > 0 && (
        <details class="more">
          <summary>{t("codings.filesUnread", { n: files.length })}</summary>
          <ul class="plain-list">
            {files.map((file) => (
              <li key={file}>{file}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
