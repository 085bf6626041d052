package org.yilianti.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** The libraries of the processes that are started here, found in the Maven repository this code was itself built from. */
public final class ClassPath {

    private static final String LIST = "class-path";
    private static final int LEVELS_OF_AN_ARTIFACT = 5;

    private ClassPath() {}

    /**
     * Returns all runtime libraries of this module, without the module itself; never empty.
     *
     * @throws IllegalStateException if the build did not write the list or a library is gone
     */
    public static List<Path> libraries() {
        String repository = repository().toString();
        List<Path> libraries = Arrays.stream(list().split(":"))
                .map(entry -> Path.of(entry.replace("$REPOSITORY", repository)))
                .toList();
        for (Path library : libraries) {
            if (!Files.exists(library)) {
                throw new IllegalStateException("%s is missing; run mvn install in deploy/local".formatted(library));
            }
        }
        return libraries;
    }

    /** Returns where the classes of this module are: a jar, or the folder of a build that has not been packaged. */
    public static Path ownClasses() {
        return locationOf(ClassPath.class);
    }

    /** Returns the root of the local Maven repository. */
    public static Path repository() {
        Path root = locationOf(NullMarked.class);
        // org/jspecify/jspecify/<version>/<file> below the root.
        for (int level = 0; level <= LEVELS_OF_AN_ARTIFACT - 1; level++) {
            Path parent = root.getParent();
            if (parent == null) {
                throw new IllegalStateException("The libraries are not in a Maven repository: " + root);
            }
            root = parent;
        }
        return root;
    }

    private static String list() {
        try (InputStream list = ClassPath.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("The class path was not written; build deploy/local with Maven first");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
