import type { Theme } from "../../model/entries";

/** Themes whose name in either language holds the words, those that begin with them first. */
export function foundThemes(themes: readonly Theme[], words: string): readonly Theme[] {
  const wanted = plain(words.trim());
  if (wanted === "") return themes;
  const names = ({ label }: Theme): readonly string[] => [plain(label.id), plain(label.en)];
  const starting = themes.filter((theme) => names(theme).some((name) => name.startsWith(wanted)));
  const holding = themes.filter((theme) => !starting.includes(theme) && names(theme).some((it) => it.includes(wanted)));
  return [...starting, ...holding];
}

/** Letters without case and accents. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
