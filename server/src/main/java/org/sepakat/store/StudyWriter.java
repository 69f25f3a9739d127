package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.study.Assignment;
import org.sepakat.study.Member;
import org.sepakat.study.Phase;
import org.sepakat.study.Round;
import org.sepakat.study.Study;
import org.sepakat.study.StudyAct;
import org.sepakat.study.Transcript;
import org.sepakat.text.TranscriptText;

/**
 * Writes what an accepted act has made of a study into its tables, within the transaction that records the act. The statements are sent at once and in order;
 * the answer is that of all of them.
 */
public final class StudyWriter {

    private static final String STUDY = """
            insert into study (study_id, name) values ($1, $2)
            on conflict (study_id) do update set name = excluded.name""";
    private static final String MEMBER = """
            insert into member (study_id, member_id, account_id, name, role, removed, rev) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (study_id, member_id) do update set account_id = excluded.account_id, name = excluded.name,
              role = excluded.role, removed = excluded.removed, rev = excluded.rev""";
    private static final String LET_IN =
            "insert into account_study (account_id, study_id, member_id) values ($1, $2, $3)";
    private static final String SHUT_OUT = "delete from account_study where study_id = $1 and member_id = $2";
    private static final String CODEBOOK =
            "insert into codebook_version (study_id, version, reason, themes) values ($1, $2, $3, $4)";
    private static final String TRANSCRIPT = """
            insert into transcript (study_id, transcript_id, name, kind, version, rev) values ($1, $2, $3, $4, $5, $6)
            on conflict (study_id, transcript_id) do update set name = excluded.name, version = excluded.version, rev = excluded.rev""";
    private static final String TRANSCRIPT_VERSION = """
            insert into transcript_version (study_id, transcript_id, version, content_id, length, segments, sha256, speakers)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""";
    private static final String ROUND = """
            insert into round (study_id, round_id, name, mode, phase, unit, rule, codebook_version, rev)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (study_id, round_id) do update set name = excluded.name, mode = excluded.mode, phase = excluded.phase,
              unit = excluded.unit, rule = excluded.rule, codebook_version = excluded.codebook_version, rev = excluded.rev""";
    private static final String FORGET_ASSIGNMENTS = "delete from assignment where study_id = $1 and round_id = $2";
    private static final String FORGET_PINNED = "delete from round_transcript where study_id = $1 and round_id = $2";
    private static final String PIN = """
            insert into round_transcript (study_id, round_id, transcript_id, version, place)
            select $1, $2, t.transcript_id, t.version, t.place
            from unnest($3::uuid[], $4::integer[]) with ordinality as t(transcript_id, version, place)""";
    private static final String REPIN =
            "update %s set version = $4 where study_id = $1 and round_id = $2 and transcript_id = $3";
    private static final String ASSIGN = """
            insert into assignment (study_id, round_id, member_id, transcript_id)
            select $1, $2, * from unnest($3::uuid[], $4::uuid[])""";

    private final SqlConnection connection;
    private final Study study;
    private final List<Future<?>> sent = new ArrayList<>();

    private StudyWriter(SqlConnection connection, Study study) {
        this.connection = connection;
        this.study = study;
    }

    /**
     * @param study after the act
     * @param text of an imported or corrected transcript, else null
     */
    public static Future<Void> write(
            SqlConnection connection, Study study, StudyAct act, @Nullable TranscriptText text) {
        var writer = new StudyWriter(connection, study);
        writer.write(act, text);
        return Future.join(writer.sent).mapEmpty();
    }

    private void write(StudyAct act, @Nullable TranscriptText text) {
        if (act instanceof StudyAct.CreateStudy create) {
            send(STUDY, study.id(), study.name());
            member(create.founder());
            letIn(create.account(), create.founder());
        } else if (act instanceof StudyAct.RenameStudy) {
            send(STUDY, study.id(), study.name());
        } else if (act instanceof StudyAct.AddMember add) {
            member(add.member());
        } else if (act instanceof StudyAct.ChangeMember change) {
            member(change.member());
        } else if (act instanceof StudyAct.JoinMember join) {
            member(join.member());
            letIn(join.account(), join.member());
        } else if (act instanceof StudyAct.RemoveMember remove) {
            member(remove.member());
            send(SHUT_OUT, study.id(), remove.member());
        } else if (act instanceof StudyAct.PublishCodebook publish) {
            send(CODEBOOK, study.id(), publish.version(), publish.reason(), ThemeJson.encodeAll(publish.themes()));
        } else if (act instanceof StudyAct.ImportTranscript in) {
            transcript(in.transcript());
            version(in.transcript());
            sent.add(Texts.insert(connection, study.id(), in.content(), Objects.requireNonNull(text)));
        } else if (act instanceof StudyAct.CorrectTranscript correct) {
            correct(correct, Objects.requireNonNull(text));
        } else if (act instanceof StudyAct.RenameTranscript rename) {
            transcript(rename.transcript());
        } else {
            writeRound(act);
        }
    }

    /** Rows of work get the version of their round; where they lie in it is written with the work itself. */
    private void correct(StudyAct.CorrectTranscript act, TranscriptText text) {
        transcript(act.transcript());
        version(act.transcript());
        sent.add(Texts.insert(connection, study.id(), act.content(), text));
        for (UUID round : act.rounds()) {
            round(round);
            for (String table : List.of("round_transcript", "coding", "review")) {
                send(REPIN.formatted(table), study.id(), round, act.transcript(), act.version());
            }
        }
    }

    private void writeRound(StudyAct act) {
        if (act instanceof StudyAct.CreateRound create) {
            plan(create.plan().round());
        } else if (act instanceof StudyAct.PlanRound plan) {
            plan(plan.plan().round());
        } else if (act instanceof StudyAct.ImportRound in) {
            plan(in.round());
        } else if (act instanceof StudyAct.MoveRound move && move.to() == Phase.CODING) {
            start(move.round());
        } else if (act instanceof StudyAct.MoveRound move) {
            round(move.round());
        } else if (act instanceof StudyAct.AddAssignment add) {
            round(add.round());
            assign(add.round(), List.of(new Assignment(add.member(), add.transcript())));
        }
    }

    /** The plan as a whole; nothing hangs on it before the start. */
    private void plan(UUID id) {
        Round round = round(id);
        send(FORGET_ASSIGNMENTS, study.id(), id);
        pin(round);
        assign(id, List.copyOf(round.assignments()));
    }

    private void start(UUID id) {
        Round round = round(id);
        for (Round.Pinned pinned : round.transcripts()) {
            send(REPIN.formatted("round_transcript"), study.id(), id, pinned.transcript(), pinned.version());
        }
    }

    private void pin(Round round) {
        send(FORGET_PINNED, study.id(), round.id());
        send(
                PIN,
                study.id(),
                round.id(),
                round.transcripts().stream().map(Round.Pinned::transcript).toArray(UUID[]::new),
                round.transcripts().stream().map(Round.Pinned::version).toArray(Integer[]::new));
    }

    private void assign(UUID round, List<Assignment> assignments) {
        send(
                ASSIGN,
                study.id(),
                round,
                assignments.stream().map(Assignment::member).toArray(UUID[]::new),
                assignments.stream().map(Assignment::transcript).toArray(UUID[]::new));
    }

    private Round round(UUID id) {
        Round round = Objects.requireNonNull(study.rounds().get(id));
        send(
                ROUND,
                study.id(),
                id,
                round.name(),
                round.mode().word(),
                round.phase().word(),
                round.unit(),
                round.rule(),
                round.codebookVersion(),
                round.rev());
        return round;
    }

    private void member(UUID id) {
        Member member = Objects.requireNonNull(study.members().get(id));
        send(
                MEMBER,
                study.id(),
                id,
                member.account(),
                member.name(),
                member.role().word(),
                member.removed(),
                member.rev());
    }

    private void letIn(@Nullable UUID account, UUID member) {
        if (account != null) {
            send(LET_IN, account, study.id(), member);
        }
    }

    private void transcript(UUID id) {
        Transcript transcript = Objects.requireNonNull(study.transcripts().get(id));
        send(
                TRANSCRIPT,
                study.id(),
                id,
                transcript.name(),
                transcript.kind().word(),
                transcript.version(),
                transcript.rev());
    }

    private void version(UUID id) {
        Transcript transcript = Objects.requireNonNull(study.transcripts().get(id));
        send(
                TRANSCRIPT_VERSION,
                study.id(),
                id,
                transcript.version(),
                transcript.content(),
                transcript.length(),
                transcript.segments(),
                transcript.sha256(),
                TranscriptJson.encodeSpeakers(transcript.speakers()));
    }

    private void send(String sql, @Nullable Object... values) {
        sent.add(connection.preparedQuery(sql).execute(Tuple.from(values)));
    }
}
