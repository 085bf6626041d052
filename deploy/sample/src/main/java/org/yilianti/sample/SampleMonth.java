package org.yilianti.sample;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.yilianti.sample.client.ApiClient;
import org.yilianti.sample.client.Patience;
import org.yilianti.sample.client.SignInTokens;

/** Plays the sample month from the import of the lists to the paid run. */
public final class SampleMonth {

    private static final Set<String> MACHINES = Set.of("hr-import", "his");

    private SampleMonth() {}

    /**
     * Plays the month; safe to repeat at any time, also after it was cut off.
     *
     * @param gateway address without a path
     * @param sampleDirectory holds the lists and {@code month.json}
     * @param out told what happens, and the summary
     */
    public static MonthSummary run(URI gateway, Path sampleDirectory, SampleCredentials credentials, PrintStream out) {
        return run(gateway, sampleDirectory, credentials, out, Patience.usual(), step -> {});
    }

    /**
     * As {@link #run(URI, Path, SampleCredentials, PrintStream)}.
     *
     * @param patience how long a service may be away, and how long one thing may take
     * @param listener told before each step
     */
    public static MonthSummary run(
            URI gateway,
            Path sampleDirectory,
            SampleCredentials credentials,
            PrintStream out,
            Patience patience,
            MonthListener listener) {
        var tokens = new SignInTokens(gateway, MACHINES, credentials.password(), credentials.clientSecret());
        var stage =
                Stage.of(new ApiClient(gateway, tokens, patience, listener::answered), sampleDirectory, patience, out);
        var summary = new Play(stage, listener).run();
        SummaryTable.print(summary, out);
        return summary;
    }

    /** The six steps in their order. */
    private record Play(Stage stage, MonthListener listener) {

        MonthSummary run() {
            begin(1, "import", "导入名单 lists of the association");
            var imports = new ImportStep(stage).run();
            begin(2, "practice", "多点执业 multi-site practice");
            var practice = new PracticeStep(stage).run(imports);
            begin(3, "roster", "排班 roster");
            var roster = new RosterStep(stage).run();
            begin(4, "suspension", "执业暂停 suspension of a licence");
            var suspension = new SuspensionStep(stage).run();
            begin(5, "service", "服务记录 service records");
            var service = new ServiceStep(stage).run();
            begin(6, "pay", "考核与绩效 evaluation and performance pay");
            var pay = new PayStep(stage).run();
            new RegistryStep(stage).run();
            return new MonthSummary(imports, practice, roster, suspension, service, pay);
        }

        private void begin(int number, String name, String title) {
            listener.step(name);
            stage.out().println("%d/6 %s".formatted(number, title));
        }
    }
}
