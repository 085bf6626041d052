package org.yilianti.faults;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.yilianti.local.platform.LocalPlatform;
import org.yilianti.sample.MonthListener;
import org.yilianti.sample.MonthSummary;
import org.yilianti.sample.QuarterSummary;
import org.yilianti.sample.SampleCredentials;
import org.yilianti.sample.SampleMonth;
import org.yilianti.sample.SampleQuarter;
import org.yilianti.sample.client.Patience;

/** Plays the sample month on a running platform, with more patience than a user would have. */
final class Month {

    private static final Path SAMPLE = Path.of(System.getProperty("project.root"), "deploy", "sample");
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(4), Duration.ofMillis(200));

    private Month() {}

    static MonthSummary play(LocalPlatform platform, PrintStream out, MonthListener listener) {
        SampleCredentials credentials = new SampleCredentials(
                platform.secrets().samplePassword(), platform.secrets().sampleClientSecret());
        return SampleMonth.run(platform.gateway(), SAMPLE, credentials, out, PATIENCE, listener);
    }

    /** The quarter before the month, which is played already. */
    static QuarterSummary playQuarter(LocalPlatform platform, PrintStream out, MonthListener listener) {
        SampleCredentials credentials = new SampleCredentials(
                platform.secrets().samplePassword(), platform.secrets().sampleClientSecret());
        return SampleQuarter.run(platform.gateway(), SAMPLE, credentials, out, PATIENCE, listener);
    }
}
