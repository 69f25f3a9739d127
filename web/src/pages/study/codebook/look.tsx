import { language, t } from "../../../i18n";
import type { Theme } from "../../../model/entries";
import { said } from "../../../model/selectors";
import { lookOf, Shape, type ThemeLook } from "../../../ui/Shape";

/** Names of the twelve colours, in the order of their slots. */
const COLOURS = [
  "blue",
  "rust",
  "sage",
  "plum",
  "coral",
  "olive",
  "orchid",
  "pine",
  "indigo",
  "emerald",
  "sky",
  "coffee",
] as const;

/** Of a theme that is not there. */
export const NO_LOOK = lookOf(1);

/** A sub-theme takes the colour of the theme it stands under; a heading above gives none. */
export function lookOfTheme(theme: Theme, themes: readonly Theme[]): ThemeLook {
  const parent = themes.find((other) => other.theme === theme.parent);
  return lookOf(theme.colour, parent?.codable ? parent.colour : undefined);
}

export function ThemeShape({
  theme,
  themes,
  size,
}: {
  readonly theme: Theme;
  readonly themes: readonly Theme[];
  readonly size?: number;
}) {
  return theme.codable ? <Shape {...lookOfTheme(theme, themes)} {...(size ? { size } : {})} /> : null;
}

/** "blue, circle" or "blue, circle, hollow". */
export function slotName(slot: number): string {
  const { colour, shape, hollow } = lookOf(slot);
  const look = t("codebook.colourN", {
    colour: t(`codebook.${COLOURS[colour - 1] ?? "blue"}`),
    shape: t(`codebook.${shape}`),
  });
  return hollow ? t("codebook.hollow", { look }) : look;
}

/** The label in the language of the page, else in the other one, else a word for its absence. */
export function nameOf(theme: Theme): string {
  return said(theme.label, language.value) || t("codebook.untitled");
}

/** The label in the other language, where there is one that differs. */
export function otherNameOf(theme: Theme): string {
  const other = theme.label[language.value === "id" ? "en" : "id"];
  return other === nameOf(theme) ? "" : other;
}
