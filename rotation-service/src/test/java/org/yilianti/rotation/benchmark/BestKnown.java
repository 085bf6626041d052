package org.yilianti.rotation.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The best known costs in the table of a directory's {@code BEST.md}: first column the instance's number, and a column "best". */
record BestKnown(Map<String, Long> costs) {

    static BestKnown in(Path directory) throws IOException {
        var file = directory.resolve("BEST.md");
        var costs = new HashMap<String, Long>();
        int column = -1;
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            var fields = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            if (fields.contains("best")) {
                column = fields.indexOf("best");
            } else if (column > 0
                    && fields.size() > column
                    && fields.get(column).matches("\\d+")) {
                costs.put(fields.get(1), Long.parseLong(fields.get(column)));
            }
        }
        return new BestKnown(costs);
    }

    /** The best known cost of {@code Instance15} is that of row 15. */
    OptionalLong of(String instance) {
        Long cost = costs.get(instance.replaceFirst("^Instance", ""));
        return cost == null ? OptionalLong.empty() : OptionalLong.of(cost);
    }
}
