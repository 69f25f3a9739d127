import { agreement } from "./catalogue/agreement";
import { codebook } from "./catalogue/codebook";
import { coding } from "./catalogue/coding";
import { codings } from "./catalogue/codings";
import { common } from "./catalogue/common";
import { differences } from "./catalogue/differences";
import { errors } from "./catalogue/errors";
import { home } from "./catalogue/home";
import { keys } from "./catalogue/keys";
import { members } from "./catalogue/members";
import { rounds } from "./catalogue/rounds";
import { settings } from "./catalogue/settings";
import { signIn } from "./catalogue/signIn";
import { studies } from "./catalogue/studies";
import { transcripts } from "./catalogue/transcripts";
import { language } from "./language";
import { type Given, type Message, type Placeholders, put } from "./message";

export * from "./format";
export { isLanguage, language } from "./language";
export type { Language } from "./message";

/** Every word the interface says, one file per area. */
export const catalogue = {
  common,
  signIn,
  settings,
  studies,
  home,
  members,
  transcripts,
  codebook,
  rounds,
  codings,
  agreement,
  differences,
  coding,
  keys,
  errors,
};

type Areas = typeof catalogue;
type KeyOf<A extends keyof Areas> = `${A}.${keyof Areas[A] & string}`;

/** The name of a message: area, dot, entry. */
export type Key = { [A in keyof Areas]: KeyOf<A> }[keyof Areas];

/** The area is all up to the first dot. */
type MessageAt<K extends Key> = K extends `${infer Area extends keyof Areas}.${infer Entry}`
  ? Entry extends keyof Areas[Area]
    ? Areas[Area][Entry]
    : never
  : never;

type Needs<K extends Key> =
  MessageAt<K> extends infer M extends Message
    ? [Placeholders<M["id"] | M["en"]>] extends [never]
      ? []
      : [given: Given<M>]
    : [given: never];

/** A key whose message takes no placeholders, so that it can be handed on by name alone. */
export type PlainKey = { [K in Key]: Needs<K> extends [] ? K : never }[Key];

/** A message in the present language; a component that calls this is drawn anew when the language changes. */
export function t<K extends Key>(key: K, ...[given]: Needs<K>): string {
  const dot = key.indexOf(".");
  const area: Readonly<Record<string, Message>> = catalogue[key.slice(0, dot) as keyof Areas];
  const message = area[key.slice(dot + 1)];
  if (!message) throw new RangeError(`No message ${key}`);
  return put(message, language.value, given);
}
