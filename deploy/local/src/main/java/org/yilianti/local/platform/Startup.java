package org.yilianti.local.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the virtual machines of the services and the gateway are started for. */
public enum Startup {
    /** Full speed after a while; uses the cache of a training run where there is one. */
    NORMAL,
    /** Compiles simply only: ready sooner, works at a third of the speed. For tests. */
    QUICK,
    /** Writes the cache that later starts use, when it is stopped. */
    TRAINING;

    /** Returns how long a process may take to end; writing a cache takes long. */
    Duration grace() {
        return this == TRAINING ? Duration.ofMinutes(5) : Duration.ofSeconds(30);
    }

    List<String> options(PreparedJar jar) {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED"));
        if (this == QUICK) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        if (this == TRAINING) {
            options.add("-XX:AOTCacheOutput=" + jar.cache());
        } else if (jar.isTrained()) {
            options.add("-XX:AOTCache=" + jar.cache());
        }
        return options;
    }
}
