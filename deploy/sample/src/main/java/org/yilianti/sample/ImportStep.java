package org.yilianti.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yilianti.sample.client.Answer;
import org.yilianti.sample.client.Caller;
import org.yilianti.sample.script.ImportList;

/** Step 1: institutions, staff, appointments and licences come in as files; bad rows are reported, all others loaded. */
record ImportStep(Stage stage) {

    Map<String, MonthSummary.Import> run() {
        var hrImport = stage.as("hr-import");
        var imports = new LinkedHashMap<String, MonthSummary.Import>();
        for (var list : ImportList.values()) {
            var done = load(hrImport, list);
            imports.put(list.code(), done);
            stage.say("%-12s %,5d accepted, %d rejected %s"
                    .formatted(list.code(), done.accepted(), done.rejected(), done.reasons()));
        }
        return imports;
    }

    private MonthSummary.Import load(Caller hrImport, ImportList list) {
        var job = hrImport.upload(
                        "/v1/imports?list=" + list.code() + "&dryRun=false",
                        stage.keys().of("import", list.code()),
                        content(list))
                .id();
        var end = stage.patience()
                .until(
                        "the import of " + list.code() + " to finish",
                        () -> hrImport.get("/v1/imports/" + job),
                        ImportStep::over);
        if (end.text("status").equals("failed")) {
            throw new IllegalStateException("the import of %s failed: %s".formatted(list.code(), end.body()));
        }
        var codes = new ArrayList<String>();
        for (var row : hrImport.list("/v1/imports/" + job + "/rows?status=rejected&limit=200")) {
            codes.add(Reasons.code(row.path("errors").path(0)));
        }
        return new MonthSummary.Import(
                (int) end.number("total"),
                (int) end.number("accepted"),
                (int) end.number("rejected"),
                Reasons.count(codes));
    }

    private static boolean over(Answer job) {
        return job.text("status").equals("finished") || job.text("status").equals("failed");
    }

    private byte[] content(ImportList list) {
        try {
            return Files.readAllBytes(list.in(stage.sample()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + list.in(stage.sample()), e);
        }
    }
}
