package org.yilianti.local.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.yilianti.local.platform.LocalPlatform;
import org.yilianti.local.platform.PlatformSettings;
import org.yilianti.local.platform.StartRefusal;
import org.yilianti.local.process.Component;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** Starts the platform, shows it to a user, and stops it. */
@Command(name = "deploy/up")
public final class Launcher implements Callable<Integer> {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Path root;
    private final PrintStream out;
    private final PrintStream error;
    private volatile boolean stopping;

    @Mixin
    private final Options options = new Options();

    Launcher(Path root, PrintStream out, PrintStream error) {
        this.root = root;
        this.out = out;
        this.error = error;
    }

    /** Runs until Ctrl-C. The system property {@code project.root} says where the built project is. */
    public static void main(String[] arguments) {
        Path root = Path.of(System.getProperty("project.root", ""));
        System.exit(new Launcher(root.toAbsolutePath(), System.out, System.err).execute(arguments));
    }

    /** Returns the exit code: 0 only after {@code --version} and the like, as a platform that runs ends by a signal. */
    int execute(String... arguments) {
        return new CommandLine(this)
                .setParameterExceptionHandler(this::refuseParameters)
                .setExecutionExceptionHandler((failure, command, result) -> tellFailure(failure))
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        PlatformSettings settings = options.settings(root);
        long begin = System.nanoTime();
        tell("Starting with the data in " + settings.data());
        LocalPlatform platform = LocalPlatform.open(settings, line -> tell("  " + line));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform)));
        platform.start();
        tell(String.format(Locale.ROOT, "All is healthy after %.1f s", (System.nanoTime() - begin) / NANOS_PER_SECOND));
        SampleRun sample = new SampleRun(settings.data(), root.resolve("deploy/sample"));
        if (options.wantsSample() && !sample.isDone()) {
            sample.run(platform, out);
        }
        new Welcome(platform, settings).print(out);
        Component dying = platform.failure().join();
        throw new StartRefusal("%s keeps dying: look into %s"
                .formatted(dying.name(), dying.process().log()));
    }

    /** Runs in the shutdown hook: after Ctrl-C, after SIGTERM, and after a failure. */
    private void stop(LocalPlatform platform) {
        stopping = true;
        if (platform.isOpen()) {
            tell("Stopping ...");
            platform.close();
            tell("Stopped; nothing is left running");
        }
    }

    private int refuseParameters(ParameterException refusal, String[] arguments) {
        error.println(refusal.getMessage() + " (deploy/up --help shows the options)");
        return CommandLine.ExitCode.USAGE;
    }

    private int tellFailure(Exception failure) {
        if (stopping) {
            // Ctrl-C while starting: that some process is no longer there is no news.
            return CommandLine.ExitCode.SOFTWARE;
        }
        error.println(failure.getMessage());
        if (!(failure instanceof StartRefusal || failure instanceof IllegalStateException)) {
            failure.printStackTrace(error);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private synchronized void tell(String line) {
        out.println(line);
    }
}
