package org.yilianti.staff.tenure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.tenure.Targets.Target;

/** Targets in one cell of a sheet: a line for each, {@code code|goal|weight|title}. */
public final class TargetCell {

    private static final List<String> PARTS = List.of("code", "goal", "weight", "title");

    private TargetCell() {}

    /** How targets are written. */
    public static String of(Targets targets) {
        return targets.items().stream().map(TargetCell::line).collect(Collectors.joining("\n"));
    }

    private static String line(Target target) {
        return String.join(
                "|",
                target.code(),
                target.goal().stripTrailingZeros().toPlainString(),
                target.weight().stripTrailingZeros().toPlainString(),
                target.title());
    }

    /** Reads column {@code targets}; each fault is one of the column. */
    static Targets read(Entry entry) {
        String cell = entry.raw("targets");
        List<String> lines = cell == null ? List.of() : cell.lines().toList();
        List<@Nullable Object> form = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] values = lines.get(i).split("\\|", PARTS.size());
            for (int part = 0; part < PARTS.size(); part++) {
                form.add("targets/" + i + "/" + PARTS.get(part));
                form.add(part < values.length ? values[part] : null);
            }
        }
        Entry targets = Entry.form(form.toArray());
        Targets read = Targets.read(targets, lines.size());
        entry.adopt(targets);
        return read;
    }
}
