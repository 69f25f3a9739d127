import { t } from "../../../i18n";
import type { Transcript } from "../../../model/entries";
import { KINDS } from "./files";

export const SPEAKER_ROLES = ["participant", "interviewer", "other"] as const;

/** "PM-07 (participant), PS-02 (interviewer)". */
export function speakersOf({ speakers }: Transcript): string {
  if (speakers.length === 0) return t("transcripts.noSpeakers");
  return speakers.map(({ label, role }) => `${label} (${t(`transcripts.${role}`)})`).join(", ");
}

export function kindOf({ kind }: Transcript): string {
  const known = KINDS.find((one) => one === kind);
  return known ? t(`transcripts.${known}`) : kind;
}
