package org.sepakat.demo;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sepakat.demo.DemoContent.Source;
import org.sepakat.log.Answer;
import org.sepakat.log.Founding;
import org.sepakat.log.OpLog;
import org.sepakat.study.Role;
import org.sepakat.study.Submission;

/** Makes the demo study by the one write path, act after act. May be called from any context; a refused act fails it, and what was done until then stays. */
public final class DemoStudy {

    /** Somebody to sign in as. */
    public record Person(String name, Role role, UUID account, UUID member) {}

    /** @param people the lead first */
    public record Made(UUID study, List<Person> people) {
        public Made {
            people = List.copyOf(people);
        }
    }

    private final Founding founding;
    private final OpLog log;
    private final DemoPeople people;
    private final Supplier<UUID> ids;

    /** @param ids random UUIDs of version 4 */
    public DemoStudy(Founding founding, OpLog log, DemoPeople people, Supplier<UUID> ids) {
        this.founding = founding;
        this.log = log;
        this.people = people;
        this.ids = ids;
    }

    /**
     * Makes the study on a server that nobody uses yet; elsewhere nothing is done.
     *
     * @param anybodyHere whether the server has accounts
     */
    public Future<Optional<Made>> makeUnless(boolean anybodyHere) {
        return anybodyHere
                ? Future.succeededFuture(Optional.empty())
                : make(new DemoReader(ids).read()).map(Optional::of);
    }

    private Future<Made> make(DemoContent content) {
        var accounts = new LinkedHashMap<String, UUID>();
        return inTurn(
                        content.people(),
                        person -> people.account(person.name(), person.role() == Role.LEAD)
                                .onSuccess(account -> accounts.put(person.name(), account)))
                .compose(done -> found(content, accounts));
    }

    private Future<Made> found(DemoContent content, Map<String, UUID> accounts) {
        DemoContent.Person founder = content.people().get(0);
        return founding.createStudy(content.study(), founder.name(), DemoContent.named(accounts, founder.name()))
                .compose(founded -> {
                    var script = DemoScript.of(content, founded.member(), ids);
                    var made = new Made(
                            founded.study(),
                            content.people().stream()
                                    .map(person -> person(person, accounts, script))
                                    .toList());
                    return play(made, founded.member(), script).map(made);
                });
    }

    private static Person person(DemoContent.Person person, Map<String, UUID> accounts, DemoScript script) {
        UUID account = DemoContent.named(accounts, person.name());
        return new Person(person.name(), person.role(), account, script.member(person.name()));
    }

    private Future<Void> play(Made made, UUID lead, DemoScript script) {
        UUID study = made.study();
        return submit(study, lead, script.preparation())
                .compose(done -> together(
                        made.people().subList(1, made.people().size()),
                        person -> founding.joinMember(study, person.member(), person.account())
                                .compose(DemoStudy::requireOk)))
                .compose(done -> together(script.transcripts(), source -> importTranscript(study, lead, source)))
                .compose(done -> submit(study, lead, script.rounds()))
                .compose(done ->
                        together(script.work().entrySet(), work -> submit(study, work.getKey(), work.getValue())))
                .compose(done -> submit(study, lead, script.reveals()));
    }

    private Future<Void> importTranscript(UUID study, UUID lead, Source source) {
        var text = new Founding.Import(
                ids.get(), source.id(), source.name(), source.kind(), source.text(), source.speakers());
        return founding.importTranscript(study, lead, text).compose(DemoStudy::requireOk);
    }

    private Future<Void> submit(UUID study, UUID actor, List<Submission> batch) {
        return log.submit(study, actor, batch).compose(answers -> inTurn(answers, DemoStudy::requireOk));
    }

    private static Future<Void> requireOk(Answer answer) {
        return answer instanceof Answer.No no
                ? Future.failedFuture("an act of the demo study was refused: "
                        + no.refusal().code() + " " + no.refusal().message())
                : Future.succeededFuture();
    }

    /** Begun in this order without waiting, so that few transactions take them all. */
    private static <T> Future<Void> together(Collection<T> things, Function<T, Future<?>> act) {
        return Future.join(things.stream().map(act).toList()).mapEmpty();
    }

    /** One after the other; the first failure ends it. */
    private static <T> Future<Void> inTurn(Collection<T> things, Function<T, Future<?>> act) {
        Future<Void> done = Future.succeededFuture();
        for (T thing : things) {
            done = done.compose(before -> act.apply(thing).mapEmpty());
        }
        return done;
    }
}
