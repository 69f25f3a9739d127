/** What a catalogue entry is made of. Placeholders are written {name}; {n} is a number and chooses the plural form. */

export const LANGUAGES = ["id", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** English has two forms, Indonesian one: an Indonesian text is therefore always a plain string. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

export interface Message {
  readonly id: string;
  readonly en: string | Plural;
}

export type Catalogue = Readonly<Record<string, Message>>;

/** The names of the placeholders in a text, read off by the type checker. */
export type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : Text extends Plural
    ? Placeholders<Text["one"] | Text["other"]>
    : never;

export type Given<M extends Message> = {
  readonly [Name in Placeholders<M["id"] | M["en"]>]: Name extends "n" ? number : string | number | Date;
};

const PLACEHOLDER = /\{(\w+)\}/g;

/** Puts a message into words. Numbers and dates are written the way the language writes them. */
export function put(message: Message, language: Language, given: Readonly<Record<string, unknown>> = {}): string {
  return form(message[language], language, given.n).replace(PLACEHOLDER, (whole, name: string) =>
    name in given ? written(given[name], language) : whole,
  );
}

function form(text: string | Plural, language: Language, n: unknown): string {
  if (typeof text === "string") return text;
  return new Intl.PluralRules(language).select(Number(n)) === "one" ? text.one : text.other;
}

function written(value: unknown, language: Language): string {
  if (typeof value === "number") return new Intl.NumberFormat(language).format(value);
  if (value instanceof Date) return new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(value);
  return String(value);
}

/** The placeholder names of one text, for the test that both languages take the same ones. */
export function placeholders(text: string | Plural): ReadonlySet<string> {
  const whole = typeof text === "string" ? text : `${text.one} ${text.other}`;
  return new Set([...whole.matchAll(PLACEHOLDER)].map(([, name]) => name ?? ""));
}
