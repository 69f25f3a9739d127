import { AgreementPage } from "./agreement/AgreementPage";
import { CodebookPage } from "./codebook/CodebookPage";
import { HistoryPage } from "./codebook/HistoryPage";
import { ImportCodingsPage } from "./codings/ImportCodingsPage";
import { OverlayPage } from "./differences/OverlayPage";
import { QueuePage } from "./differences/QueuePage";
import { HomePage } from "./home/HomePage";
import { inStudy } from "./inStudy";
import { MembersPage } from "./members/MembersPage";
import { NewRoundPage } from "./rounds/PlanEditor";
import { RoundPage } from "./rounds/RoundPage";
import { RoundsPage } from "./rounds/RoundsPage";
import { CorrectPage } from "./transcripts/CorrectPage";
import { ImportPage } from "./transcripts/ImportPage";
import { ReaderPage } from "./transcripts/ReaderPage";
import { TranscriptsPage } from "./transcripts/TranscriptsPage";

/** One component for both addresses, so that choosing a theme does not build the page anew. */
const codebook = inStudy<"codebook" | "theme">(CodebookPage);

/** What a team does around coding: members, texts, codebook, rounds. */
export const studyPages = {
  home: inStudy<"home">(HomePage),
  members: inStudy<"members">(MembersPage),
  transcripts: inStudy<"transcripts">(TranscriptsPage),
  transcriptImport: inStudy<"transcriptImport">(ImportPage),
  transcript: inStudy<"transcript">(ReaderPage),
  correction: inStudy<"correction">(CorrectPage),
  codebook,
  theme: codebook,
  codebookHistory: inStudy<"codebookHistory">(HistoryPage),
  rounds: inStudy<"rounds">(RoundsPage),
  importCodings: inStudy<"importCodings">(ImportCodingsPage),
  newRound: inStudy<"newRound">(NewRoundPage),
  round: inStudy<"round">(RoundPage),
  roundTranscript: inStudy<"roundTranscript">(OverlayPage),
  agreement: inStudy<"agreement">(AgreementPage),
  queue: inStudy<"queue">(QueuePage),
};
