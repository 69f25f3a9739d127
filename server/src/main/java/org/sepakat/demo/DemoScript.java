package org.sepakat.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sepakat.demo.DemoContent.Mark;
import org.sepakat.demo.DemoContent.Part;
import org.sepakat.demo.DemoContent.Person;
import org.sepakat.demo.DemoContent.Plan;
import org.sepakat.demo.DemoContent.Source;
import org.sepakat.study.Act;
import org.sepakat.study.Assignment;
import org.sepakat.study.DraftAct;
import org.sepakat.study.Phase;
import org.sepakat.study.RoundPlan;
import org.sepakat.study.StudyAct;
import org.sepakat.study.Submission;
import org.sepakat.study.WorkAct;
import org.sepakat.text.Span;

/**
 * Who does what, in order, once the study is founded: the lead prepares, imports the transcripts and starts the rounds, each coder works, and the lead opens
 * the results of what is done.
 *
 * @param members by name, the founder among them
 * @param preparation the lead's: the others are added, the codebook is written and published
 * @param rounds the lead's, after the transcripts
 * @param work by coder
 * @param reveals the lead's, after the work
 */
record DemoScript(
        Map<String, UUID> members,
        List<Submission> preparation,
        List<Source> transcripts,
        List<Submission> rounds,
        Map<UUID, List<Submission>> work,
        List<Submission> reveals) {

    static DemoScript of(DemoContent content, UUID founder, Supplier<UUID> ids) {
        return new Writer(content, ids, members(content, founder, ids)).write();
    }

    UUID member(String name) {
        return DemoContent.named(members, name);
    }

    private static Map<String, UUID> members(DemoContent content, UUID founder, Supplier<UUID> ids) {
        var members = new LinkedHashMap<String, UUID>();
        content.people().forEach(person -> members.put(person.name(), members.isEmpty() ? founder : ids.get()));
        return members;
    }

    private record Writer(DemoContent content, Supplier<UUID> ids, Map<String, UUID> members) {

        DemoScript write() {
            var roundOf = new LinkedHashMap<String, UUID>();
            List<Submission> rounds = content.rounds().stream()
                    .flatMap(plan -> round(plan, roundOf))
                    .toList();
            var work = new LinkedHashMap<UUID, List<Submission>>();
            for (Part part : content.parts()) {
                work.computeIfAbsent(member(part.coder()), coder -> new ArrayList<>())
                        .addAll(work(part, DemoContent.named(roundOf, part.transcript())));
            }
            return new DemoScript(
                    members,
                    preparation(),
                    List.copyOf(content.transcripts().values()),
                    rounds,
                    work,
                    reveals(roundOf));
        }

        private List<Submission> preparation() {
            Stream<Act> people = content.people().stream().skip(1).map(this::add);
            Stream<Act> themes = content.codebook().values().stream().map(DraftAct.PutTheme::new);
            Act publish = new StudyAct.PublishCodebook(content.codebookReason(), 0, List.of());
            return Stream.of(people, themes, Stream.of(publish))
                    .flatMap(acts -> acts)
                    .map(this::submit)
                    .toList();
        }

        private Act add(Person person) {
            return new StudyAct.AddMember(member(person.name()), person.name(), person.role());
        }

        /** Planned for its coders, and started. */
        private Stream<Submission> round(Plan plan, Map<String, UUID> roundOf) {
            UUID round = ids.get();
            plan.transcripts().forEach(name -> roundOf.put(name, round));
            List<UUID> transcripts = plan.transcripts().stream()
                    .map(name -> content.transcript(name).id())
                    .toList();
            var assignments = plan.coders().stream()
                    .flatMap(coder -> transcripts.stream().map(t -> new Assignment(member(coder), t)))
                    .collect(Collectors.toSet());
            var create = new StudyAct.CreateRound(
                    new RoundPlan(round, plan.name(), plan.mode(), "turn", "any", transcripts, assignments));
            return Stream.of(submit(create), new Submission(ids.get(), new StudyAct.MoveRound(round, Phase.CODING), 1));
        }

        /** Step by step to the phase that the plan names; each move counts the round's revision on. */
        private List<Submission> reveals(Map<String, UUID> roundOf) {
            var moves = new ArrayList<Submission>();
            for (Plan plan : content.rounds()) {
                UUID round = DemoContent.named(roundOf, plan.transcripts().get(0));
                int rev = 2;
                for (Phase phase : Phase.values()) {
                    if (phase.compareTo(Phase.CODING) > 0 && phase.compareTo(plan.phase()) <= 0) {
                        moves.add(new Submission(ids.get(), new StudyAct.MoveRound(round, phase), rev++));
                    }
                }
            }
            return moves;
        }

        /** Turn by turn: its codings first, then the tick. */
        private List<Submission> work(Part part, UUID round) {
            Source source = content.transcript(part.transcript());
            var acts = new ArrayList<Act>();
            for (int turn = 1; turn <= source.text().segments().size(); turn++) {
                for (Mark mark : part.marks()) {
                    if (mark.turn() == turn) {
                        UUID theme = content.theme(mark.theme()).id();
                        acts.add(new WorkAct.ApplyTheme(
                                round, ids.get(), source.id(), theme, source.find(mark), List.of()));
                    }
                }
                if (turn <= part.reviewedTo()) {
                    Span span = source.turn(turn).span();
                    acts.add(new WorkAct.MarkReviewed(round, source.id(), span));
                }
            }
            return acts.stream().map(this::submit).toList();
        }

        private Submission submit(Act act) {
            return new Submission(ids.get(), act, null);
        }

        private UUID member(String name) {
            return DemoContent.named(members, name);
        }
    }
}
