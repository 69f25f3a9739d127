package org.sepakat.cli;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.sepakat.db.Database;
import org.sepakat.http.Account;
import org.sepakat.http.Accounts;
import org.sepakat.http.World;
import org.sepakat.log.Answer;
import org.sepakat.log.Importing;
import org.sepakat.log.PgOpLog;
import org.sepakat.store.StudyScope;
import org.sepakat.store.StudyScope.Isolation;
import org.sepakat.store.StudyStates;
import org.sepakat.store.Texts;
import org.sepakat.study.ForeignRound;
import org.sepakat.study.StudyAct;
import org.sepakat.study.ThemeDifference;

/** Imports in the name of an account, by the same log as the server's. */
record ImportDesk(Accounts accounts, Pool pool, StudyScope scope, PgOpLog log, World world) {
    private static final int CONNECTIONS = 2;

    /** @param founding null for a study that is there */
    private record Target(UUID study, UUID member, StudyAct.@Nullable CreateStudy founding) {}

    private record Found(UUID study, UUID member, String name) {}

    /**
     * Where an import went.
     *
     * @param differences what of its themes does not hold there
     */
    record Stored(
            String study, boolean isNew, Account by, String path, Duration time, List<ThemeDifference> differences) {}

    static ImportDesk on(Vertx vertx, Database database, World world) {
        Pool pool = database.appPool(CONNECTIONS);
        var scope = new StudyScope(pool);
        var log = new PgOpLog(vertx, scope, new StudyStates(scope), new Texts(scope), world.clock(), world.ids());
        return new ImportDesk(new Accounts(pool, world.clock(), world.ids()), pool, scope, log, world);
    }

    Future<Stored> importRound(@Nullable String account, String study, ForeignRound round) {
        return importer(account)
                .compose(by -> target(by, study).compose(target -> importRound(by, study, target, round)));
    }

    /** The account that was named, or the only one that it can be. */
    private Future<Account> importer(@Nullable String name) {
        if (name != null) {
            return accounts.find(name)
                    .map(found ->
                            found.orElseThrow(() -> new UsageException("There is no account named " + name + ".")));
        }
        return accounts.list().map(all -> {
            List<Account> operators = all.stream().filter(Account::operator).toList();
            List<Account> candidates = operators.isEmpty() ? all : operators;
            if (candidates.size() != 1) {
                throw new UsageException(
                        all.isEmpty()
                                ? "Nobody has an account yet to lead the study: make one with 'sepakat user add NAME --operator'."
                                : "Say with --as which account imports: it leads the study.");
            }
            return candidates.get(0);
        });
    }

    private Future<Target> target(Account by, String study) {
        return pool.preparedQuery("select study_id, member_id from account_study where account_id = $1")
                .execute(Tuple.of(by.id()))
                .compose(seats -> {
                    List<Row> rows =
                            StreamSupport.stream(seats.spliterator(), false).toList();
                    return rows.isEmpty() ? Future.succeededFuture(List.<Found>of()) : named(rows, study);
                })
                .map(found -> {
                    if (found.size() > 1) {
                        throw new UsageException("Several studies are named so; name one by its id: "
                                + found.stream().map(Found::study).toList());
                    }
                    return found.isEmpty()
                            ? founded(by, study)
                            : new Target(found.get(0).study(), found.get(0).member(), null);
                });
    }

    private Future<List<Found>> named(List<Row> seats, String study) {
        List<UUID> studies = seats.stream().map(row -> row.getUUID("study_id")).toList();
        return scope.within(
                studies,
                Isolation.SNAPSHOT,
                connection -> connection
                        .preparedQuery("select study_id, name from study")
                        .execute()
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> new Found(
                                        row.getUUID("study_id"),
                                        member(seats, row.getUUID("study_id")),
                                        row.getString("name")))
                                .filter(found -> found.name().equals(study)
                                        || found.study().toString().equals(study))
                                .toList()));
    }

    private static UUID member(List<Row> seats, UUID study) {
        return seats.stream()
                .filter(row -> row.getUUID("study_id").equals(study))
                .map(row -> row.getUUID("member_id"))
                .findFirst()
                .orElseThrow();
    }

    private Target founded(Account by, String name) {
        var create = new StudyAct.CreateStudy(
                world.ids().get(), name.strip(), world.ids().get(), by.displayName(), by.id());
        return new Target(create.study(), create.founder(), create);
    }

    private Future<Stored> importRound(Account by, String name, Target target, ForeignRound round) {
        long begun = System.nanoTime();
        return differences(target, round).compose(differences -> {
            UUID id = world.ids().get();
            var batch = new Importing.Batch(world.ids().get(), id, "", round, target.founding(), () -> false);
            return log.importRound(target.study(), target.member(), batch).map(answer -> {
                if (answer instanceof Answer.No no) {
                    throw new UsageException(no.refusal().message() + "\nNothing was imported.");
                }
                String path = "/s/" + target.study() + "/r/" + id;
                Duration time = Duration.ofNanos(System.nanoTime() - begun);
                return new Stored(name, target.founding() != null, by, path, time, differences);
            });
        });
    }

    /** A new study has no themes that an import's could differ from. */
    private Future<List<ThemeDifference>> differences(Target target, ForeignRound round) {
        return target.founding() != null
                ? Future.succeededFuture(List.of())
                : log.planImport(target.study(), round).map(plan -> plan.known().differences());
    }
}
