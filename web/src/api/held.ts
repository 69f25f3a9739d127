import { type Answer, type Asking, api, type Tagged } from "./http";
import { session } from "./session";

/** Answers so large that none is to be sent twice: the latest few are held as long as the session they were given to. */

const MOST = 16;
const held = new Map<string, Tagged<unknown>>();
let owner: unknown;

/** Asks for what may be held already; the server says whether it still is so, and whether it may still be seen. */
export async function getHeld<T>(path: string, asking: Asking = {}): Promise<Answer<T>> {
  const me = session.peek();
  if (owner !== me) held.clear();
  owner = me;
  // What is held under a path was answered to that path.
  const answer = await api.get<T>(path, { ...asking, held: held.get(path) as Tagged<T> | undefined });
  if (session.peek() !== me) return answer;
  held.delete(path);
  if (answer.ok && answer.tag !== undefined) held.set(path, { value: answer.value, tag: answer.tag });
  const [oldest] = held.keys();
  if (held.size > MOST && oldest !== undefined) held.delete(oldest);
  return answer;
}
