package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sepakat.study.ContentEntry;
import org.sepakat.study.ErasableText;

/** The words that log and state tables name by id alone. They are written once; afterwards they can only be taken away. */
public final class Contents {

    private static final String INSERT = """
            insert into content (study_id, content_id, stream_id, author, text, created_at)
            select $1, said.*, $6 from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) as said""";
    private static final String ERASE =
            "update content set text = null, erased_at = $3 where study_id = $1 and content_id = any($2::uuid[])";
    private static final String FIND = """
            select content_id, round_id, author, erased_at is not null as erased
            from content join stream using (study_id, stream_id) where study_id = $1 and content_id = any($2::uuid[])""";

    /** A text to be kept. */
    public record New(UUID content, UUID stream, UUID author, String text) {}

    private Contents() {}

    public static Future<Map<UUID, ContentEntry>> find(
            SqlConnection connection, UUID study, Collection<UUID> contents) {
        return contents.isEmpty()
                ? Future.succeededFuture(Map.of())
                : connection
                        .preparedQuery(FIND)
                        .execute(Tuple.of(study, (Object) contents.toArray(UUID[]::new)))
                        .map(rows -> {
                            var found = new HashMap<UUID, ContentEntry>();
                            rows.forEach(row -> found.put(row.getUUID("content_id"), entry(row)));
                            return found;
                        });
    }

    private static ContentEntry entry(Row row) {
        return new ContentEntry(row.getUUID("round_id"), row.getUUID("author"), row.getBoolean("erased"));
    }

    public static Future<?> insert(SqlConnection connection, UUID study, List<New> texts, Instant at) {
        return texts.isEmpty()
                ? Future.succeededFuture()
                : connection.preparedQuery(INSERT).execute(Tuple.from(new Object[] {
                    study,
                    Columns.ids(texts, New::content),
                    Columns.ids(texts, New::stream),
                    Columns.ids(texts, New::author),
                    Columns.texts(texts, New::text),
                    at.atOffset(ZoneOffset.UTC)
                }));
    }

    public static Future<?> erase(SqlConnection connection, UUID study, List<UUID> contents, Instant at) {
        return contents.isEmpty()
                ? Future.succeededFuture()
                : connection
                        .preparedQuery(ERASE)
                        .execute(Tuple.of(study, contents.toArray(UUID[]::new), at.atOffset(ZoneOffset.UTC)));
    }

    /** From columns {@code content_id} and {@code text}, joined from here. */
    static ErasableText text(Row row) {
        UUID content = row.getUUID("content_id");
        return content == null ? ErasableText.NONE : new ErasableText(content, row.getString("text"));
    }
}
