import type { Member, Round } from "../../../model/entries";
import { hasCoder, isRevealed, isUnderWay } from "../../../model/selectors";

/**
 * What of a round's figures is open to a member: all of them after reveal, live ones of an open round to its coders and leads, and in a
 * blind round a recorded look for a lead who does not code in it. Everything else is closed, the same whatever anybody has coded.
 */
export type Access = "revealed" | "live" | "look" | "closed";

export function accessTo(round: Round, { member, role }: Pick<Member, "member" | "role">): Access {
  if (isRevealed(round.phase)) return "revealed";
  if (!isUnderWay(round.phase)) return "closed";
  const isLead = role === "lead";
  const isCoder = hasCoder(round, member);
  if (round.mode === "open") return isLead || (isCoder && role !== "observer") ? "live" : "closed";
  return isLead && !isCoder ? "look" : "closed";
}

/** Whether the passages behind figures can be read, which a look does not open. */
export function opensPassages(access: Access): boolean {
  return access === "revealed" || access === "live";
}
