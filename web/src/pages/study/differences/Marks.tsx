import type { Passage } from "../../../api/agreement";
import { t } from "../../../i18n";
import { Pattern, patternOf } from "../../../ui/Pattern";
import { lookOfTheme, ThemeShape } from "../codebook/look";
import { didOf } from "./items";
import { type Desk, memberName, themeOf } from "./queue";

/** One small box per coder: a pattern for the theme, another theme's shape, or a dashed box for left out. */
export function CoderMarks({ desk, passage }: { readonly desk: Desk; readonly passage: Passage }) {
  return (
    <ul class="coder-marks">
      {passage.coders.map((coder) => {
        const name = memberName(desk, coder.member);
        return (
          <li key={coder.member} title={didWords(name, didOf(coder))}>
            <CoderMark desk={desk} passage={passage} coder={coder} />
            <span class="coder-mark-name" aria-hidden="true">
              {name}
            </span>
            <span class="unseen">{didWords(name, didOf(coder))}</span>
          </li>
        );
      })}
    </ul>
  );
}

interface CoderMarkProps {
  readonly desk: Desk;
  readonly passage: Passage;
  readonly coder: Passage["coders"][number];
}

export function CoderMark({ desk, passage, coder }: CoderMarkProps) {
  const theme = themeOf(desk, passage.theme);
  const did = didOf(coder);
  if (did === "applied" && theme) {
    return (
      <Pattern
        pattern={patternOf(desk.coders.indexOf(coder.member) + 1)}
        colour={lookOfTheme(theme, desk.themes).colour}
        width={18}
        height={14}
      />
    );
  }
  const other = did === "other" ? themeOf(desk, coder.instead[0] ?? "") : undefined;
  return (
    <span class={`coder-mark ${other ? "is-other" : "is-left-out"}`}>
      {other && <ThemeShape theme={other} themes={desk.themes} size={9} />}
    </span>
  );
}

/** "Ani applied it", "Citra left it out" */
function didWords(coder: string, did: ReturnType<typeof didOf>): string {
  switch (did) {
    case "applied":
      return t("differences.applied", { coder });
    case "other":
      return t("differences.otherBy", { coder });
    case "leftOut":
      return t("differences.leftOutBy", { coder });
  }
}
