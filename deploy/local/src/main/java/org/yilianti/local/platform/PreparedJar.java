package org.yilianti.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import org.yilianti.local.process.Folders;
import org.yilianti.local.process.Program;

/**
 * A program's jar unpacked for quick starts, and the cache of a training run beside it.
 *
 * <p>Its folder is named after the jar's content and the JDK, so that neither an old unpacked jar nor the cache of
 * another one is ever used. The JVM ignores a cache that is missing without a word; therefore it is looked for here.
 */
final class PreparedJar {

    private static final String FOLDER = "deploy/local/target/prepared";

    private final Module module;
    private final Path source;
    private final Path folder;

    private PreparedJar(Module module, Path source, Path folder) {
        this.module = module;
        this.source = source;
        this.folder = folder;
    }

    /**
     * Unpacks the jars of all modules, as far as that was not done before.
     *
     * @throws StartRefusal if one was not built
     */
    static Map<Module, PreparedJar> all(Path root) {
        return Stream.of(Module.values())
                .parallel()
                .collect(Collectors.toMap(module -> module, module -> unpacked(module, root)));
    }

    private static PreparedJar unpacked(Module module, Path root) {
        Path jar = module.jar(root);
        try {
            if (!Files.exists(jar)) {
                throw new StartRefusal("%s is missing: build it with deploy/up or mvn package".formatted(jar));
            }
            String identity = "%s-%s-%s".formatted(module.artifact(), fingerprint(jar), Runtime.version());
            PreparedJar prepared =
                    new PreparedJar(module, jar, root.resolve(FOLDER).resolve(identity));
            prepared.unpack();
            return prepared;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the jar to run. */
    Path jar() {
        return folder.resolve(module.artifact() + ".jar");
    }

    /** Returns where the cache of a training run is, or would be. */
    Path cache() {
        return folder.resolve("trained.aot");
    }

    boolean isTrained() {
        return Files.exists(cache());
    }

    /** From the checksums in the jar's own directory: its time says nothing, because builds are reproducible. */
    private static String fingerprint(Path jar) throws IOException {
        CRC32 checksum = new CRC32();
        try (ZipFile file = new ZipFile(jar.toFile())) {
            file.stream()
                    .map(entry -> entry.getName() + " " + entry.getCrc() + "\n")
                    .forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
        }
        return Long.toHexString(checksum.getValue());
    }

    private void unpack() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder.getParent());
        removeOlder();
        Path unfinished = Files.createTempDirectory(folder.getParent(), "unfinished-");
        Process process = new ProcessBuilder(List.of(
                        Program.javaCommand(),
                        "-Djarmode=tools",
                        "-jar",
                        source.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        unfinished.toString()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("%s cannot be unpacked:%n%s".formatted(source, output));
        }
        if (Files.isDirectory(folder)) {
            Folders.delete(unfinished);
        } else {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void removeOlder() throws IOException {
        try (Stream<Path> folders = Files.list(folder.getParent())) {
            folders.filter(other -> other.getFileName().toString().matches(module.artifact() + "-[0-9a-f]+-\\d.*"))
                    .forEach(Folders::delete);
        }
    }
}
