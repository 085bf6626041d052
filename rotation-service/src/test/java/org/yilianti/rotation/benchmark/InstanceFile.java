package org.yilianti.rotation.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of a text instance by section, split into fields; comments and empty lines are left out. */
record InstanceFile(Map<String, List<String[]>> sections) {

    /**
     * @throws IllegalArgumentException when the text does not begin with a section
     */
    static InstanceFile read(Path file) throws IOException {
        var sections = new HashMap<String, List<String[]>>();
        List<String[]> lines = null;
        for (String raw : Files.readAllLines(file)) {
            String line = raw.strip();
            if (line.startsWith("SECTION_")) {
                lines = sections.computeIfAbsent(line, name -> new ArrayList<>());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                if (lines == null) {
                    throw new IllegalArgumentException(file + " does not begin with a section: " + line);
                }
                lines.add(line.split(",", -1));
            }
        }
        return new InstanceFile(sections);
    }

    List<String[]> section(String name) {
        return sections.getOrDefault("SECTION_" + name, List.of());
    }

    int days() {
        return Integer.parseInt(section("HORIZON").getFirst()[0].strip());
    }
}
