package org.yilianti.rotation.solver;

import com.google.ortools.Loader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The native library of {@link Master}, loaded once, by the first solve. Where it cannot be loaded (no room in the temporary directory, or
 * one from which nothing may be executed) that is logged once, and solves go on without column generation.
 */
final class LinearSolver {

    private static final String UNPACKED = "ortools-java";

    private static final boolean AVAILABLE = load();

    private LinearSolver() {}

    static boolean isAvailable() {
        return AVAILABLE;
    }

    private static boolean load() {
        try {
            Loader.loadNativeLibraries();
            removeUnpacked();
            return true;
        } catch (UnsatisfiedLinkError | RuntimeException | IOException failure) {
            System.getLogger(LinearSolver.class.getName())
                    .log(
                            Level.WARNING,
                            "plans are made without column generation: its library cannot be loaded",
                            failure);
            return false;
        }
    }

    /**
     * Removes the 70 MB of files that the library was loaded from: they stay mapped, and nothing is left behind when the process is
     * killed.
     */
    private static void removeUnpacked() throws IOException {
        try (var maps = Files.lines(Path.of("/proc/self/maps"))) {
            maps.filter(line -> line.endsWith("libjniortools.so"))
                    .map(line -> Path.of(line.substring(line.indexOf('/'))))
                    .flatMap(LinearSolver::directories)
                    .findFirst()
                    .ifPresent(LinearSolver::remove);
        }
    }

    /** The directory made for the library, if it is one. */
    private static Stream<Path> directories(Path library) {
        return Stream.iterate(library, path -> path != null, Path::getParent)
                .filter(path -> path.getFileName() != null
                        && path.getFileName().toString().startsWith(UNPACKED))
                .filter(Files::isDirectory);
    }

    private static void remove(Path directory) {
        try (var all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
