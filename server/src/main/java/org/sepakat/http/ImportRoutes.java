package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.validation.RequestParameter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sepakat.exchange.folder.CodingFolder;
import org.sepakat.exchange.folder.CodingFolderReader;
import org.sepakat.exchange.folder.Fault;
import org.sepakat.exchange.folder.Faults;
import org.sepakat.exchange.folder.FolderFiles;
import org.sepakat.exchange.folder.FolderImport;
import org.sepakat.exchange.folder.ZippedFolder;
import org.sepakat.http.Seats.Seat;
import org.sepakat.log.Importing;
import org.sepakat.log.SubmissionJson;
import org.sepakat.study.ErrorCode;
import org.sepakat.study.ForeignRound;
import org.sepakat.study.ImportPlan;
import org.sepakat.study.Refusal;
import org.sepakat.study.StudyRules;

/** Coding folders as ZIP files: looked at, then imported as a round. Like transcripts they are read one at a time on the thread for files. */
final class ImportRoutes {
    private static final String ZIP = "application/zip";

    /** What browsers and tools call a ZIP file; whether it is one its first bytes tell. */
    private static final Set<String> ZIPS = Set.of(ZIP, "application/x-zip-compressed", "application/octet-stream");

    private static final int FAULTS_SHOWN = 100;

    private final Seats seats;
    private final Importing importing;
    private final WorkerExecutor reading;

    ImportRoutes(Vertx vertx, Seats seats, Importing importing) {
        this.seats = seats;
        this.importing = importing;
        this.reading = TextUploads.reading(vertx);
    }

    Map<String, Operation> operations() {
        return Map.of("previewImport", this::preview, "importRound", this::importRound);
    }

    /** A folder that was read, and what tells it from another. */
    private record Folder(CodingFolder read, ForeignRound round, List<String> unread, String digest) {}

    private Future<JsonObject> preview(Call call) {
        return lead(call)
                .compose(seat -> read(call)
                        .compose(folder -> importing
                                .planImport(seat.study().id(), folder.round())
                                .map(ImportRoutes::requirePossible)
                                .compose(plan -> reading.executeBlocking(
                                        () -> new ImportPreview(folder.read(), folder.round(), folder.unread(), plan)
                                                .toJson()))));
    }

    private static ImportPlan requirePossible(ImportPlan plan) {
        if (plan.refusal() != null) {
            throw new Refused(plan.refusal());
        }
        return plan;
    }

    private Future<JsonObject> importRound(Call call) {
        return lead(call)
                .compose(seat -> read(call).compose(folder -> {
                    var batch = new Importing.Batch(
                            call.queryId("op_id"),
                            call.queryId("round"),
                            folder.digest(),
                            folder.round(),
                            null,
                            call::isGone);
                    return importing
                            .importRound(seat.study().id(), seat.member().id(), batch)
                            .map(SubmissionJson::encode);
                }));
    }

    private Future<Seat> lead(Call call) {
        return seats.get(call.session(), call.id("study")).map(seat -> {
            StudyRules.refuseImporter(seat.study(), seat.member()).ifPresent(no -> {
                throw new Refused(no);
            });
            return seat;
        });
    }

    private Future<Folder> read(Call call) {
        String type = String.valueOf(call.header("Content-Type")).toLowerCase(Locale.ROOT);
        if (!ZIPS.contains(type.split(";", 2)[0].strip())) {
            throw Refused.bad("Content-Type", "A coding folder comes as a ZIP file, " + ZIP + ", not as " + type + ".");
        }
        String name = call.queryText("name").strip();
        boolean allReviewed =
                call.query("all_reviewed").map(value -> value.getBoolean()).orElse(false);
        boolean isEnglish = call.query("language")
                .map(value -> value.getString().equals("en"))
                .orElse(false);
        String file = call.query("file").map(RequestParameter::getString).orElse("the ZIP file");
        var settings = new FolderImport.Settings(name, !isEnglish);
        return call.file()
                .compose(zip -> reading.executeBlocking(() -> read(file, zip, settings, allReviewed)))
                .recover(failure -> Future.failedFuture(failure instanceof Faults faults ? refused(faults) : failure));
    }

    private static Folder read(String file, Buffer zip, FolderImport.Settings settings, boolean allReviewed)
            throws Faults {
        FolderFiles files = ZippedFolder.read(file, zip.getBytes());
        CodingFolder folder = CodingFolderReader.read(files, allReviewed);
        ForeignRound round = FolderImport.of(folder, settings);
        String digest = HexFormat.of().formatHex(Tokens.hash(zip.getBytes())) + settings + allReviewed;
        return new Folder(folder, round, CodingFolderReader.unread(files, allReviewed), digest);
    }

    /** Every fault counted, the first ones in full. */
    private static Refused refused(Faults faults) {
        var counts = new TreeMap<String, Integer>();
        faults.list().forEach(fault -> counts.merge(word(fault.kind()), 1, Integer::sum));
        var shown = new ArrayList<Map<String, Object>>();
        faults.list().stream().limit(FAULTS_SHOWN).forEach(fault -> {
            var json = new LinkedHashMap<String, Object>();
            json.put("file", fault.file());
            json.put("line", fault.line());
            json.put("column", fault.column());
            json.put("kind", word(fault.kind()));
            json.put("message", fault.message());
            shown.add(json);
        });
        return new Refused(new Refusal(
                ErrorCode.E_BAD,
                "The folder has " + faults.list().size() + " faults, so nothing was imported.",
                Map.of("path", "body", "counts", counts, "faults", shown)));
    }

    private static String word(Fault.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
