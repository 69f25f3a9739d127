import { language } from "./language";

/** A number the way the language writes it: 1.234,5 in Indonesian, 1,234.5 in English. */
export function number(value: number, digits?: number): string {
  const fixed = digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  // What rounds to zero has no sign.
  return new Intl.NumberFormat(language.value, { ...fixed, signDisplay: "negative" }).format(value);
}

/** A coefficient between -1 and 1: 0,54 in Indonesian, .54 in English, as the journals of each print it. */
export function coefficient(value: number, digits = 2): string {
  const text = number(value, digits).replace("-", "−");
  return language.value === "en" ? text.replace(/^(−?)0\./, "$1.") : text;
}

/** A share as a percentage, 0.234 to "23 %" or "23%". */
export function percent(share: number, digits = 0): string {
  return new Intl.NumberFormat(language.value, { style: "percent", maximumFractionDigits: digits }).format(share);
}

/** 14 Nov 2026. */
export function date(when: Date): string {
  return new Intl.DateTimeFormat(language.value, { day: "numeric", month: "short", year: "numeric" }).format(when);
}

/** Friday 27 November, 17.00: for what is still to come. */
export function appointment(when: Date): string {
  return new Intl.DateTimeFormat(language.value, {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(when);
}

/** 14 Nov 2026, 14.31. */
export function dateAndTime(when: Date): string {
  return `${date(when)}, ${time(when)}`;
}

/** 14.31 in Indonesian, 14:31 in English. */
export function time(when: Date): string {
  return new Intl.DateTimeFormat(language.value, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(when);
}

/** Ani, Budi dan Citra. */
export function list(names: readonly string[]): string {
  return new Intl.ListFormat(language.value, { type: "conjunction" }).format(names);
}

/** Names in the order a reader of the language expects, case and accents aside. */
export function inOrder(one: string, other: string): number {
  return new Intl.Collator(language.value, { numeric: true, sensitivity: "base" }).compare(one, other);
}
