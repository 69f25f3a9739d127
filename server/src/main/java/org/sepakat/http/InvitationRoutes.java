package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.http.Links.Purpose;
import org.sepakat.http.Links.Target;
import org.sepakat.log.Answer;
import org.sepakat.log.Founding;
import org.sepakat.store.StudyReader;
import org.sepakat.study.Member;
import org.sepakat.study.Refusal;
import org.sepakat.study.Role;

/** Invitations: one-time links that a lead copies to a member who has no account yet. */
final class InvitationRoutes {
    private final Pool pool;
    private final Seats seats;
    private final StudyReader reader;
    private final Founding founding;
    private final Links links;
    private final Accounts accounts;
    private final Passwords passwords;
    private final AccountRoutes signIn;
    private final Audit audit;

    InvitationRoutes(
            Pool pool,
            Seats seats,
            StudyReader reader,
            Founding founding,
            Links links,
            Accounts accounts,
            Passwords passwords,
            AccountRoutes signIn,
            Audit audit) {
        this.pool = pool;
        this.seats = seats;
        this.reader = reader;
        this.founding = founding;
        this.links = links;
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIn = signIn;
        this.audit = audit;
    }

    Map<String, Operation> operations() {
        return Map.of("inviteMember", this::invite, "lookAtInvitation", this::look, "acceptInvitation", this::accept);
    }

    /** What an open invitation is to. */
    private record Invited(UUID study, String studyName, Member member) {}

    private Future<JsonObject> invite(Call call) {
        UUID study = call.id("study");
        UUID invited = UUID.fromString(call.body().getString("member"));
        return seats.get(call.session(), study)
                .compose(seat -> {
                    if (seat.member().role() != Role.LEAD) {
                        throw new Refused(Refusal.readOnly("Leads invite members."));
                    }
                    Member member = seat.study().findMember(invited).orElseThrow(Refused::notFound);
                    if (member.account() != null) {
                        throw Refused.bad("/member", "This member has joined already.");
                    }
                    return links.invitation(pool, study, invited);
                })
                .compose(made -> audit.write(
                                pool,
                                "invitation.made",
                                call.session().account().id(),
                                study,
                                AccountRoutes.from(call))
                        .map(new JsonObject()
                                .put("link", call.url("/invitation#token=" + made.token()))
                                .put("expires_at", made.expiresAt().toString())));
    }

    private Future<JsonObject> look(Call call) {
        return open(call.body().getString("token"))
                .map(invited -> new JsonObject()
                        .put("study_name", invited.studyName())
                        .put("role", invited.member().role().word())
                        .put("name", invited.member().name()));
    }

    private Future<Invited> open(String token) {
        return links.look(pool, token)
                .map(target -> target.orElseThrow(Refused::notFound))
                .compose(this::invited);
    }

    private Future<Invited> invited(Target target) {
        UUID study = Objects.requireNonNull(target.study());
        UUID member = Objects.requireNonNull(target.member());
        return reader.overview(study)
                .map(overview -> overview.flatMap(seen -> seen.study()
                                .findMember(member)
                                .filter(found -> found.account() == null)
                                .map(found -> new Invited(study, seen.study().name(), found)))
                        .orElseThrow(Refused::notFound));
    }

    private Future<JsonObject> accept(Call call) {
        JsonObject body = call.body();
        boolean isNew = body.containsKey("name");
        if (!isNew && call.findSession().isEmpty()) {
            throw Refused.notSignedIn();
        }
        return open(body.getString("token"))
                .compose(invited -> isNew
                        ? passwords
                                .hash(body.getString("password"), body.getString("name"))
                                .compose(hash -> join(call, invited, hash))
                        : join(call, invited, null));
    }

    /** Uses the link up and makes the account together; the joining itself is an op. */
    private Future<JsonObject> join(Call call, Invited invited, @Nullable String hash) {
        JsonObject body = call.body();
        return pool.withTransaction(tx -> links.use(tx, body.getString("token"), Purpose.INVITATION)
                        .compose(used -> hash == null
                                ? Future.succeededFuture(call.session().account())
                                : accounts.add(tx, body.getString("name"), hash, false, body.getString("language"))))
                .compose(account -> founding.joinMember(
                                invited.study(), invited.member().id(), account.id())
                        .compose(answer -> {
                            if (answer instanceof Answer.No no) {
                                throw new Refused(no.refusal());
                            }
                            return audit.write(
                                    pool,
                                    "invitation.accepted",
                                    account.id(),
                                    invited.study(),
                                    AccountRoutes.from(call));
                        })
                        .compose(v -> hash == null
                                ? Future.succeededFuture(new JsonObject())
                                : signIn.start(call, account, "sign-in.invitation")))
                .map(signedIn -> new JsonObject()
                        .put("study", invited.study().toString())
                        .put("member", invited.member().id().toString()));
    }
}
