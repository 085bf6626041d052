package org.yilianti.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What to run: a name for people, a command line, and the variables added to the inherited environment.
 *
 * @param name unique among the processes of one {@link ProcessRecords}
 */
public record Program(String name, List<String> command, Map<String, String> environment, Path workingDirectory) {

    /** Returns a Java program that runs on the JDK of this process. */
    public static Program java(
            String name, List<String> options, List<Path> classPath, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(javaCommand());
        command.addAll(options);
        command.add("-cp");
        command.add(String.join(":", classPath.stream().map(Path::toString).toList()));
        command.add(mainClass);
        command.addAll(arguments);
        return new Program(name, command, Map.of(), Path.of("").toAbsolutePath());
    }

    /** Returns the {@code java} command of the JDK of this process. */
    public static String javaCommand() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
