package org.yilianti.local.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yilianti.local.platform.LocalPlatform;
import org.yilianti.local.platform.StartRefusal;
import org.yilianti.sample.SampleCredentials;
import org.yilianti.sample.SampleMonth;
import org.yilianti.sample.SampleQuarter;

/** The sample month and the quarter of pay before it, played once for a data directory; done only when they came to their end. */
final class SampleRun {

    private final Path data;
    private final Path files;

    /**
     * @param data the platform's data directory
     * @param files the sample association
     */
    SampleRun(Path data, Path files) {
        this.data = data;
        this.files = files;
    }

    boolean isDone() {
        return Files.exists(mark());
    }

    /**
     * Plays both; what was cut off carries on where it stopped.
     *
     * @throws StartRefusal if it does not come to its end
     */
    void run(LocalPlatform platform, PrintStream out) throws IOException {
        SampleCredentials credentials = new SampleCredentials(
                platform.secrets().samplePassword(), platform.secrets().sampleClientSecret());
        try {
            SampleMonth.run(platform.gateway(), files, credentials, out);
            SampleQuarter.run(platform.gateway(), files, credentials, out);
        } catch (RuntimeException e) {
            throw new StartRefusal(
                    "The sample month stopped: %s. The logs are in %s; the next start carries on, with --no-sample it does without"
                            .formatted(e.getMessage(), data.resolve("logs")));
        }
        Files.createFile(mark());
    }

    private Path mark() {
        return data.resolve("sample-month.done");
    }
}
