import type { Theme } from "../../model/entries";
import { lookOf, Shape, type ThemeLook } from "../../ui/Shape";

/** Colour and shape of a theme: both come from its slot, so that they mean the same on every page. */
export function themeLook(theme: Theme | undefined): ThemeLook {
  return lookOf(theme?.colour ?? 1);
}

export function ThemeShape({ theme, size }: { readonly theme: Theme | undefined; readonly size?: number }) {
  return <Shape {...themeLook(theme)} {...(size === undefined ? {} : { size })} />;
}
