/** Reading JSON that came over the wire: a decoder answers with a value of its type or throws, saying where it stumbled. */
export type Decoder<T> = (value: unknown, path: string) => T;

export class BadFrame extends Error {}

export const string: Decoder<string> = (value, path) => (typeof value === "string" ? value : wrong("a string", path));

/** A whole number from 0 on: offsets, counts, sequence numbers. */
export const count: Decoder<number> = (value, path) =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : wrong("a whole number", path);

export const boolean: Decoder<boolean> = (value, path) =>
  typeof value === "boolean" ? value : wrong("true or false", path);

export const anything: Decoder<unknown> = (value) => value;

export function oneOf<const T extends string>(...words: readonly T[]): Decoder<T> {
  return (value, path) => words.find((word) => word === value) ?? wrong(words.join(" or "), path);
}

export function nullable<T>(of: Decoder<T>): Decoder<T | null> {
  return (value, path) => (value === null ? null : of(value, path));
}

export function list<T>(of: Decoder<T>): Decoder<readonly T[]> {
  return (value, path) =>
    Array.isArray(value) ? value.map((it, i) => of(it, `${path}[${i}]`)) : wrong("a list", path);
}

export function mapOf<T>(of: Decoder<T>): Decoder<Readonly<Record<string, T>>> {
  return (value, path) =>
    Object.fromEntries(Object.entries(fieldsOf(value, path)).map(([key, it]) => [key, of(it, `${path}.${key}`)]));
}

type Fields<T> = { readonly [K in keyof T]-?: Decoder<Exclude<T[K], undefined>> };

/** An object with these fields; those named in `optional` may be absent or null. More than these are left unread. */
export function object<T extends object>(fields: Fields<T>, ...optional: readonly (keyof T & string)[]): Decoder<T> {
  const decoders: readonly [string, Decoder<unknown>][] = Object.entries(fields);
  const absentees: ReadonlySet<string> = new Set(optional);
  return (value, path) => {
    const given = fieldsOf(value, path);
    const taken: Record<string, unknown> = {};
    for (const [name, decode] of decoders) {
      const field = given[name];
      if ((field === undefined || field === null) && absentees.has(name)) continue;
      taken[name] = decode(field, `${path}.${name}`);
    }
    // Each field was decoded by the decoder that the type of T asks for.
    return taken as T;
  };
}

/** One of several shapes, told apart by a word in one field. */
export function byWord<T>(field: string, shapes: Readonly<Record<string, Decoder<T>>>): Decoder<T> {
  return (value, path) => {
    const word = fieldsOf(value, path)[field];
    const shape = typeof word === "string" && Object.hasOwn(shapes, word) ? shapes[word] : undefined;
    return shape ? shape(value, path) : wrong(Object.keys(shapes).join(" or "), `${path}.${field}`);
  };
}

function fieldsOf(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  return wrong("an object", path);
}

function wrong(wanted: string, path: string): never {
  throw new BadFrame(`${path} is not ${wanted}`);
}
