package org.yilianti.sample;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.yilianti.sample.client.ApiClient;
import org.yilianti.sample.client.Caller;
import org.yilianti.sample.client.Patience;
import org.yilianti.sample.script.MonthScript;

/** What every step needs: the API, the script, keys, lookups, a place to report to. */
record Stage(
        ApiClient api,
        Path sample,
        MonthScript script,
        StepKeys keys,
        Registry registry,
        Patience patience,
        PrintStream out) {

    static Stage of(ApiClient api, Path sample, Patience patience, PrintStream out) {
        var script = MonthScript.in(sample);
        return new Stage(api, sample, script, new StepKeys(script.month()), new Registry(api.as("hr")), patience, out);
    }

    Caller as(String account) {
        return api.as(account);
    }

    /** The same patience, looking more often: for what is timed. */
    Patience alert() {
        return new Patience(patience.limit(), Duration.ofMillis(50));
    }

    void say(String line) {
        out.println("  " + line.stripTrailing());
    }
}
