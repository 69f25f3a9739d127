import { effect, type Signal, signal } from "@preact/signals";

/**
 * A setting of this browser: a signal that is read from and kept in its storage, and that follows a change in another window.
 * Nothing of a study goes there. What was stored by an older version, or by hand, is taken only if `allows` knows it.
 */
export function stored<T extends string | number | boolean>(
  name: string,
  otherwise: T,
  allows: (value: unknown) => value is T,
): Signal<T> {
  const key = `sepakat.${name}`;
  const kept = signal(read(key, allows) ?? otherwise);
  let isFirst = true;
  effect(() => {
    const value = kept.value;
    if (!isFirst) write(key, value);
    isFirst = false;
  });
  addEventListener("storage", (event) => {
    if (event.key === key) kept.value = read(key, allows) ?? kept.peek();
  });
  return kept;
}

function read<T>(key: string, allows: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return allows(value) ? value : undefined;
  } catch {
    // Storage is blocked, or holds something else: the setting then lives as long as the page.
    return undefined;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // As above.
  }
}
