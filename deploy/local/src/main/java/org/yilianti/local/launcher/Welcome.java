package org.yilianti.local.launcher;

import java.io.PrintStream;
import org.yilianti.local.platform.LocalPlatform;
import org.yilianti.local.platform.PlatformSettings;

/** What a user needs to know of a platform that runs. */
record Welcome(LocalPlatform platform, PlatformSettings settings) {

    void print(PrintStream out) {
        out.printf(
                """

                API                %1$s/v1
                API documentation  %1$s/docs
                Accounts           admin, hr, registrar, scheduler, evaluator, payroll, reviewer, auditor, doctor
                                   (all of them: deploy/sample/accounts.yml)
                Password           %2$s
                Machine clients    hr-import, his; their secret is in %3$s
                Logs               %4$s
                Ctrl-C stops everything; the data stay.
                """,
                platform.gateway(),
                platform.secrets().samplePassword(),
                settings.data().resolve("secrets.properties"),
                settings.data().resolve("logs"));
    }
}
