import { t } from "../i18n";

const SIGNS: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
};

/** A key as printed on the keyboard; `keys` as in keys.ts. */
export function KeyCap({ keys }: { readonly keys: string }) {
  return <kbd class="key">{keys.split(" ").map(printed).join(" ")}</kbd>;
}

function printed(key: string): string {
  if (key === "Space" || key === "Enter" || key === "Escape" || key === "Delete") return t(`keys.${key}`);
  return SIGNS[key] ?? key;
}
