package org.sepakat.log;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.sepakat.store.Fields;
import org.sepakat.store.ThemeJson;
import org.sepakat.study.DraftAct;
import org.sepakat.study.Theme;

/** The codebook's acts as JSON. */
final class DraftActJson {

    static final List<ActCodec<?>> CODECS = List.of(
            ActCodec.plain(
                    "theme.put",
                    DraftAct.PutTheme.class,
                    body -> new DraftAct.PutTheme(theme(body.object("theme"))),
                    act -> new JsonObject().put("theme", ThemeJson.encode(act.theme()))),
            ActCodec.plain(
                    "theme.archive",
                    DraftAct.ArchiveTheme.class,
                    body -> new DraftAct.ArchiveTheme(body.id("theme")),
                    act -> new JsonObject().put("theme", act.theme().toString())));

    private DraftActJson() {}

    private static Theme theme(Fields fields) {
        Theme theme = ThemeJson.decode(fields);
        fields.end();
        return theme;
    }
}
