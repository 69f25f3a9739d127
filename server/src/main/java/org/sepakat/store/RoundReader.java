package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sepakat.consensus.RoundWork;
import org.sepakat.consensus.Settled;
import org.sepakat.study.Round;
import org.sepakat.study.Work;
import org.sepakat.text.TranscriptText;

/** Reads all that figures of a round are made from. Says nothing about who may see it: callers ask Visibility. Any thread. */
public final class RoundReader {

    private final StudyScope scope;
    private final StudyStates states;
    private final Texts texts;

    public RoundReader(StudyScope scope, StudyStates states, Texts texts) {
        this.scope = scope;
        this.states = states;
        this.texts = texts;
    }

    /** A started round at one moment. */
    public record Whole(RoundWork work, Settled settled) {}

    private record Moment(StudyState state, Map<Coder, Work> work, Settled settled) {}

    /** Empty if there is no such round, or it has not started. */
    public Future<Optional<Whole>> read(UUID study, UUID round) {
        return scope.within(study, StudyScope.Isolation.SNAPSHOT, connection -> moment(connection, study, round))
                .compose(moment -> {
                    Round found = moment.state().study().rounds().get(round);
                    return found == null || found.codebookVersion() == null
                            ? Future.succeededFuture(Optional.empty())
                            : texts(study, found).map(pinned -> Optional.of(whole(moment, found, pinned)));
                });
    }

    private Future<Moment> moment(SqlConnection connection, UUID study, UUID round) {
        Future<StudyState> state =
                Streams.list(connection, study).compose(streams -> states.within(connection, study, streams));
        Future<Map<Coder, Work>> work = WorkTables.readRounds(connection, study, List.of(round));
        Future<Settled> settled = ConsensusTables.read(connection, study, round);
        return Future.all(state, work, settled).map(v -> new Moment(state.result(), work.result(), settled.result()));
    }

    /** They never change, so they need not be of the same moment. */
    private Future<Map<UUID, TranscriptText>> texts(UUID study, Round round) {
        var found = new HashMap<UUID, TranscriptText>();
        List<Future<Optional<TranscriptText>>> all = new ArrayList<>();
        for (Round.Pinned pinned : round.transcripts()) {
            all.add(texts.find(study, pinned.transcript(), pinned.version()));
        }
        return Future.all(all).map(v -> {
            for (int i = 0; i < all.size(); i++) {
                UUID transcript = round.transcripts().get(i).transcript();
                all.get(i).result().ifPresent(text -> found.put(transcript, text));
            }
            return found;
        });
    }

    private static Whole whole(Moment moment, Round round, Map<UUID, TranscriptText> texts) {
        var work = new HashMap<UUID, Work>();
        moment.work().forEach((coder, done) -> work.put(coder.member(), done));
        return new Whole(new RoundWork(moment.state().study(), round, work, texts), moment.settled());
    }
}
