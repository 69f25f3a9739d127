import { effect } from "@preact/signals";
import { stored } from "../stored";
import { LANGUAGES, type Language } from "./message";

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** What the browser asks for, else Indonesian. */
export function wished(languages: readonly string[]): Language {
  return languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? "id";
}

/** The language of the interface. Setting it changes every page at once, and is remembered by this browser. */
export const language = stored<Language>("language", wished(navigator.languages), isLanguage);

effect(() => {
  document.documentElement.lang = language.value;
});
