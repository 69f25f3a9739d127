package org.sepakat.live;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.store.DatabaseFault;
import org.sepakat.store.StreamInfo;
import org.sepakat.study.ErrorCode;
import org.sepakat.study.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a session may ask for once it has said {@code hello}. Judges nothing: acts are the log's to judge, sight is {@link Reach}'s. */
final class Requests {

    private static final Logger LOGGER = LoggerFactory.getLogger(Requests.class);
    private static final Refusal AWAY =
            Refusal.of(ErrorCode.E_BUSY, "The database is away: send the same again in a moment.");
    private static final Refusal OURS = Refusal.of(
            ErrorCode.E_INTERNAL, "This could not be done, through a fault of ours. The server's log says more.");

    private final LiveSources sources;
    private final Studies studies;
    private final Batches batches;
    private final Bell bell;
    private final Clock clock;
    private final LiveLimits limits;

    Requests(LiveSources sources, Studies studies, Batches batches, Bell bell, Clock clock, LiveLimits limits) {
        this.sources = sources;
        this.studies = studies;
        this.batches = batches;
        this.bell = bell;
        this.clock = clock;
        this.limits = limits;
    }

    Future<Void> answer(Session session, ClientFrame frame) {
        return Future.succeededFuture()
                .compose(v -> carryOut(session, frame))
                .recover(fault -> apologize(session, frame, fault));
    }

    /** Nobody is left waiting for a database that is away: acts may be sent again, what was to be read is to be asked for anew. */
    private Future<Void> apologize(Session session, ClientFrame frame, Throwable fault) {
        boolean isOurs = DatabaseFault.of(fault) == DatabaseFault.OURS;
        Refusal refusal = isOurs ? OURS : AWAY;
        if (isOurs) {
            LOGGER.error("a session could not be answered", fault);
        } else {
            LOGGER.warn("no database to answer a session: {}", fault.toString());
        }
        if (frame instanceof ClientFrame.Ops ops) {
            ops.batch().refuse(refusal).forEach(answer -> session.send(new ServerFrame.Answered(answer)));
        } else if (frame instanceof ClientFrame.Sub sub) {
            breakOff(session, sub.study());
        } else if (frame instanceof ClientFrame.Pull pull) {
            breakOff(session, pull.study());
        }
        return Future.succeededFuture();
    }

    private void breakOff(Session session, UUID study) {
        studies.unfollow(study, session);
        session.send(new ServerFrame.Reset(study, null, "unavailable"));
    }

    private Future<Void> carryOut(Session session, ClientFrame frame) {
        if (frame instanceof ClientFrame.Sub sub) {
            return follow(session, sub);
        }
        if (frame instanceof ClientFrame.Unsub unsub) {
            studies.unfollow(unsub.study(), session);
            return Future.succeededFuture();
        }
        if (frame instanceof ClientFrame.Ops ops) {
            return submit(session, ops);
        }
        return pull(session, (ClientFrame.Pull) frame);
    }

    private Future<Void> follow(Session session, ClientFrame.Sub sub) {
        return member(session, sub.study())
                .compose(member -> member.isEmpty()
                        ? Future.succeededFuture(false)
                        : studies.follow(sub.study(), session, member.get(), sub.cursors()))
                .map(follows -> follows ? null : refuse(session));
    }

    private Future<Void> submit(Session session, ClientFrame.Ops frame) {
        return member(session, frame.study())
                .compose(member -> member.isPresent()
                        ? batches.submit(session.caller().account(), frame.study(), member.get(), frame.batch())
                        : Future.succeededFuture(frame.batch().refuse(Refusal.notFound())))
                .map(answers -> {
                    answers.forEach(answer -> session.send(new ServerFrame.Answered(answer)));
                    return null;
                });
    }

    /** Whether the stream may be read is looked up now, whatever the session follows (SPEC.md S6). */
    private Future<Void> pull(Session session, ClientFrame.Pull pull) {
        return member(session, pull.study())
                .compose(member -> member.isEmpty()
                        ? Future.succeededFuture(Optional.<Reach>empty())
                        : studies.look(pull.study(), member.get()))
                .compose(reach -> {
                    Optional<StreamInfo> stream = reach.flatMap(now -> now.find(pull.stream()));
                    return stream.isEmpty()
                            ? Future.succeededFuture(refuse(session))
                            : replay(session, reach.get().member().id(), stream.get(), pull);
                });
    }

    private Future<Void> replay(Session session, UUID member, StreamInfo stream, ClientFrame.Pull pull) {
        if (pull.from() > stream.head()) {
            session.send(new ServerFrame.Head(pull.study(), pull.stream(), stream.head()));
            return Future.succeededFuture();
        }
        return sources.log()
                .read(pull.study(), pull.stream(), pull.from() - 1L, pull.to() - pull.from())
                .compose(ops -> {
                    Future<Void> sent = Future.succeededFuture();
                    for (Events frame : Events.frames(pull.study(), pull.stream(), Events.encode(ops))) {
                        sent = sent.compose(before -> session.sendPaced(frame.textFor(member)));
                    }
                    return sent;
                });
    }

    /** Passes on where a member is; what may not be shown is dropped without a word, as presence always may be. */
    void place(Session session, ClientFrame.Pres pres) {
        UUID member = session.members().get(pres.study());
        Optional<StudyWatch> watch = studies.find(pres.study());
        if (member != null
                && watch.isPresent()
                && watch.get().presence().admits(member, pres.round(), pres.transcript())) {
            var here = new Presence.Here(member, pres.transcript(), pres.segment());
            bell.tell(new Bell.Place(pres.study(), pres.round(), here));
        }
    }

    void placed(Bell.Place place) {
        long until = clock.millis() + limits.presence().toMillis();
        studies.find(place.study()).ifPresent(watch -> watch.presence().put(place.round(), place.here(), until));
    }

    /** With a heartbeat: how far each stream has been sent. */
    void heads(Session session) {
        session.members().keySet().forEach(study -> studies.find(study).ifPresent(watch -> watch.beat(session)));
    }

    void forget(Session session) {
        session.members().keySet().forEach(study -> studies.unfollow(study, session));
    }

    private Future<Optional<UUID>> member(Session session, UUID study) {
        UUID known = session.members().get(study);
        if (known != null) {
            return Future.succeededFuture(Optional.of(known));
        }
        return sources.membership()
                .member(session.caller().account(), study)
                .onSuccess(found -> found.ifPresent(member -> session.members().put(study, member)));
    }

    private static @Nullable Void refuse(Session session) {
        session.send(new ServerFrame.No(Refusal.notFound()));
        return null;
    }
}
