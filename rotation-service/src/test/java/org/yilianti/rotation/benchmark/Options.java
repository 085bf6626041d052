package org.yilianti.rotation.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The command line. */
record Options(
        Path directory, List<String> only, double seconds, int workers, long seed, boolean verbose, boolean cpSat) {

    private static final Set<String> FLAGS = Set.of("--verbose", "--cp-sat");

    static Options of(String[] arguments) {
        var named = new TreeMap<String, String>();
        Path directory = null;
        var flags = new TreeSet<String>();
        for (int i = 0; i < arguments.length; i++) {
            if (FLAGS.contains(arguments[i])) {
                flags.add(arguments[i]);
            } else if (arguments[i].startsWith("--") && i + 1 < arguments.length) {
                named.put(arguments[i].substring(2), arguments[++i]);
            } else if (directory == null && !arguments[i].startsWith("--")) {
                directory = Path.of(arguments[i]);
            } else {
                throw new IllegalArgumentException("not understood: " + arguments[i] + "; see --help");
            }
        }
        if (directory == null || !List.of("only", "seconds", "workers", "seed").containsAll(named.keySet())) {
            throw new IllegalArgumentException(
                    "a directory of instances is needed, options " + named.keySet() + " were given; see --help");
        }
        String only = named.getOrDefault("only", "");
        return new Options(
                directory,
                only.isBlank() ? List.of() : List.of(only.split(",")),
                Double.parseDouble(named.getOrDefault("seconds", "60")),
                Integer.parseInt(named.getOrDefault("workers", "2")),
                Long.parseLong(named.getOrDefault("seed", "1")),
                flags.contains("--verbose"),
                flags.contains("--cp-sat"));
    }

    /** The instances asked for, in order of their numbers. */
    List<Path> files() throws IOException {
        for (String name : only) {
            if (Files.notExists(directory.resolve(name + ".txt"))) {
                throw new IllegalArgumentException("there is no " + name + ".txt in " + directory);
            }
        }
        try (var all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(".txt"))
                    .filter(file -> only.isEmpty()
                            || only.contains(file.getFileName().toString().replaceFirst("\\.txt$", "")))
                    .sorted(Comparator.comparingInt(
                                    (Path file) -> file.getFileName().toString().length())
                            .thenComparing(Path::getFileName))
                    .toList();
        }
    }
}
