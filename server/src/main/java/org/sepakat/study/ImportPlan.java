package org.sepakat.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.text.TranscriptText;

/**
 * What an import does to a study, in this order: coders join, themes are added, the codebook is published if it has changed, transcripts come in, then the
 * round with all that its coders did.
 *
 * @param publish empty if the newest codebook version has all that is needed
 * @param transcripts those that the study does not have yet
 * @param texts of all transcripts of the round, by id
 * @param work by coder, in reading order
 * @param origins of the codings among the work, by id
 * @param known what was found in the study by its name or text
 * @param refusal why it cannot be, or null
 */
public record ImportPlan(
        List<StudyAct.AddMember> members,
        List<DraftAct.PutTheme> themes,
        List<StudyAct.PublishCodebook> publish,
        List<StudyAct.ImportTranscript> transcripts,
        Map<UUID, TranscriptText> texts,
        StudyAct.ImportRound round,
        Map<UUID, List<WorkAct>> work,
        Map<UUID, ForeignRound.Origin> origins,
        Known known,
        @Nullable Refusal refusal) {

    /**
     * Names in what is imported, and what the study has for each.
     *
     * @param renamed the coders whose name belongs to somebody else here, and the name that they get
     * @param differences what of the themes that were found will not hold
     */
    public record Known(
            Map<String, UUID> coders,
            Map<String, UUID> themes,
            Map<String, UUID> transcripts,
            Map<String, String> renamed,
            List<ThemeDifference> differences) {
        public Known {
            coders = Map.copyOf(coders);
            themes = Map.copyOf(themes);
            transcripts = Map.copyOf(transcripts);
            renamed = Map.copyOf(renamed);
            differences = List.copyOf(differences);
        }
    }

    public ImportPlan {
        members = List.copyOf(members);
        themes = List.copyOf(themes);
        publish = List.copyOf(publish);
        transcripts = List.copyOf(transcripts);
        texts = Map.copyOf(texts);
        work = Map.copyOf(work);
        origins = Map.copyOf(origins);
    }

    /** The acts of the lead who imports, up to the round itself. */
    public List<Act> leads() {
        var acts = new ArrayList<Act>(members);
        acts.addAll(themes);
        acts.addAll(publish);
        acts.addAll(transcripts);
        acts.add(round);
        return acts;
    }

    /** The same refusal, with the place of what it is about as far as that is known. */
    public Refusal placed(ImportedWork.Misfit misfit) {
        ForeignRound.Origin origin =
                misfit.act() instanceof WorkAct.ApplyTheme apply ? origins.get(apply.coding()) : null;
        return origin == null
                ? misfit.refusal()
                : ImportFault.refuse(
                        List.of(new ImportFault(origin, misfit.refusal().message())));
    }
}
