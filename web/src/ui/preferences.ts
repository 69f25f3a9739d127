import { effect } from "@preact/signals";
import { stored } from "../stored";

export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];

export const TEXT_SIZES = [15, 16, 17, 18, 20, 22] as const;

const isTheme = (value: unknown): value is Theme => THEMES.some((theme) => theme === value);
const isTextSize = (value: unknown): value is number => TEXT_SIZES.some((size) => size === value);
const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";

/** What each reader sets for themselves, kept in this browser. */
export const theme = stored<Theme>("theme", "system", isTheme);
/** Pixels of transcript text at the browser's usual 16; grows with the browser's own setting. */
export const textSize = stored<number>("textSize", 17, isTextSize);
/** Whether plain letters and digits are keys. */
export const singleKeys = stored("singleKeys", true, isBoolean);
/** Whether the foot of the screen says which keys there are. */
export const keyHints = stored("keyHints", true, isBoolean);

effect(() => {
  const html = document.documentElement;
  if (theme.value === "system") html.removeAttribute("data-theme");
  else html.setAttribute("data-theme", theme.value);
});

effect(() => {
  document.documentElement.style.setProperty("--reader-size", `${textSize.value / 16}rem`);
});
