package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.sepakat.study.Codebook;
import org.sepakat.study.DraftAct;

/** The codebook under work: rows of {@code theme}. */
public final class CodebookTable {

    private static final String READ = "select theme_id, entry, rev from theme where study_id = $1";
    private static final String PUT = """
            insert into theme (study_id, theme_id, entry, rev) values ($1, $2, $3, $4)
            on conflict (study_id, theme_id) do update set entry = excluded.entry, rev = excluded.rev""";

    private CodebookTable() {}

    static Future<Codebook> read(SqlConnection connection, UUID study) {
        return Rows.read(
                        connection,
                        READ,
                        Tuple.of(study),
                        row -> new Codebook.Draft(ThemeJson.decode(row.getJsonObject("entry")), row.getInteger("rev")))
                .map(drafts -> {
                    var byId = new TreeMap<UUID, Codebook.Draft>();
                    drafts.forEach(draft -> byId.put(draft.theme().id(), draft));
                    return new Codebook(byId);
                });
    }

    /**
     * Writes the theme that an accepted act was about.
     *
     * @param codebook after the act
     */
    public static Future<?> write(SqlConnection connection, UUID study, Codebook codebook, DraftAct act) {
        UUID theme = act instanceof DraftAct.PutTheme put ? put.theme().id() : ((DraftAct.ArchiveTheme) act).theme();
        Codebook.Draft draft = Objects.requireNonNull(codebook.find(theme));
        return connection
                .preparedQuery(PUT)
                .execute(Tuple.of(study, theme, ThemeJson.encode(draft.theme()), draft.rev()));
    }
}
