package org.yilianti.sample.association;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yilianti.sample.script.ExpectedImport;
import org.yilianti.sample.script.ImportList;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A generated association read back: the good rows of each list, and what an import must report of the others. */
record Lists(Map<ImportList, List<NamedCsvRecord>> good, Map<ImportList, List<NamedCsvRecord>> all, Path directory) {

    static Lists in(Path directory) throws IOException {
        var expected = expected(directory);
        var good = new HashMap<ImportList, List<NamedCsvRecord>>();
        var all = new HashMap<ImportList, List<NamedCsvRecord>>();
        for (var list : ImportList.values()) {
            try (var csv = CsvReader.builder().ofNamedCsvRecord(list.in(directory))) {
                all.put(list, csv.stream().toList());
            }
            Set<Long> bad = expected.get(list.code()).mistakes().stream()
                    .map(mistake -> (long) mistake.line())
                    .collect(Collectors.toSet());
            good.put(
                    list,
                    all.get(list).stream()
                            .filter(row -> !bad.contains(row.getStartingLineNumber()))
                            .toList());
        }
        return new Lists(good, all, directory);
    }

    static Map<String, ExpectedImport> expected(Path directory) {
        return JsonMapper.shared().readValue(directory.resolve("expected.json"), new TypeReference<>() {});
    }

    List<NamedCsvRecord> of(ImportList list) {
        return good.getOrDefault(list, List.of());
    }

    /** The value of a column in every good row. */
    List<String> column(ImportList list, String column) {
        return of(list).stream().map(row -> row.getField(column)).toList();
    }

    /** A row by its line in the file, bad ones too. */
    NamedCsvRecord line(ImportList list, int line) {
        return all.getOrDefault(list, List.of()).stream()
                .filter(row -> row.getStartingLineNumber() == line)
                .findFirst()
                .orElseThrow();
    }
}
