/** Takes a secret out of the address's fragment, which no server and no log ever sees, and out of the history. */
export function takeFromFragment(name: string): string | undefined {
  const value = new URLSearchParams(location.hash.slice(1)).get(name);
  if (!value) return undefined;
  history.replaceState(null, "", location.pathname + location.search);
  return value;
}
