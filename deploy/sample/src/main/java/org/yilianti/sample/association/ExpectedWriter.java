package org.yilianti.sample.association;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.yilianti.sample.script.ExpectedImport;
import org.yilianti.sample.script.ImportList;
import org.yilianti.sample.script.MonthScript;

/** Says what an import of the generated lists must report: {@code expected.json} for tests, {@code EXPECTED.md} for readers. */
record ExpectedWriter(Map<ImportList, ExpectedImport> lists) {

    void writeTo(Path directory) throws IOException {
        var byCode = new TreeMap<String, ExpectedImport>();
        lists.forEach((list, expected) -> byCode.put(list.code(), expected));
        MonthScript.writer().writeValue(directory.resolve("expected.json"), byCode);
        Files.writeString(directory.resolve("EXPECTED.md"), text());
    }

    private String text() {
        var text = new StringBuilder("""
                # Deliberately bad rows

                Generated together with the lists; `expected.json` says the same to tests. Line 1 is the header. An import loads all
                other rows and reports these, each with at least the code below at the column below.
                """);
        lists.forEach((list, expected) -> {
            text.append("\n## %s.csv: %d rows, %d rejected\n\n"
                    .formatted(list.code(), expected.rows(), expected.rejected()));
            text.append("| line | key | column | code |\n|---|---|---|---|\n");
            for (var mistake : expected.mistakes()) {
                text.append("| %d | %s | %s | %s |\n"
                        .formatted(mistake.line(), mistake.key(), mistake.column(), mistake.code()));
            }
        });
        return text.toString();
    }
}
