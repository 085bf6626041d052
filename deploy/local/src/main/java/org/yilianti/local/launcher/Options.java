package org.yilianti.local.launcher;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yilianti.local.platform.ExternalDatabase;
import org.yilianti.local.platform.Module;
import org.yilianti.local.platform.PlatformPorts;
import org.yilianti.local.platform.PlatformSettings;
import org.yilianti.local.platform.Startup;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the user asked for on the command line; {@code deploy/local/up.txt} describes it. The fields are filled by picocli. */
final class Options {

    private static final int MOST_REPLICAS = 9;
    private static final int USUAL_BASE = 8080;
    private static final int HIGHEST_BASE = 40000;

    @Spec
    private picocli.CommandLine.Model.@Nullable CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    @Option(names = "--port-base", paramLabel = "PORT", defaultValue = "8080")
    private int portBase;

    @Option(names = "--no-sample")
    private boolean noSample;

    @Option(names = "--replicas", paramLabel = "SERVICE=N", split = ",")
    private Map<String, Integer> replicas = new LinkedHashMap<>();

    @Option(names = "--mysql-url", paramLabel = "URL")
    private @Nullable String mysqlUrl;

    @Option(names = "--mysql-user", paramLabel = "NAME")
    private @Nullable String mysqlUser;

    @Option(names = "--mysql-password", paramLabel = "PASSWORD", defaultValue = "${env:MYSQL_PASSWORD}")
    private @Nullable String mysqlPassword;

    @Option(names = "--kafka", paramLabel = "HOST:PORT")
    private @Nullable String kafka;

    @Option(names = "--quick")
    private boolean quick;

    /**
     * Returns the settings these options mean.
     *
     * @throws ParameterException if they contradict themselves or a value makes no sense
     */
    PlatformSettings settings(Path root) {
        if (portBase < 1 || portBase > HIGHEST_BASE) {
            throw refused("--port-base must be between 1 and %d, not %d".formatted(HIGHEST_BASE, portBase));
        }
        return PlatformSettings.usual(root, data == null ? root.resolve(".data") : data)
                .withPorts(PlatformPorts.usual(replicasByModule(), portBase - USUAL_BASE))
                .withExternal(externalDatabase(), Optional.ofNullable(kafka))
                .withStartup(quick ? Startup.QUICK : Startup.NORMAL);
    }

    boolean wantsSample() {
        return !noSample;
    }

    private Map<Module, Integer> replicasByModule() {
        Map<Module, Integer> result = new EnumMap<>(Module.class);
        replicas.forEach((name, count) -> {
            Module module =
                    switch (name) {
                        case "staff" -> Module.STAFF;
                        case "rotation" -> Module.ROTATION;
                        case "incentive" -> Module.INCENTIVE;
                        default ->
                            throw refused("--replicas knows staff, rotation and incentive, not '%s'".formatted(name));
                    };
            if (count < 1 || count > MOST_REPLICAS) {
                throw refused("--replicas %s must be between 1 and %d, not %d".formatted(name, MOST_REPLICAS, count));
            }
            result.put(module, count);
        });
        return result;
    }

    private Optional<ExternalDatabase> externalDatabase() {
        if (mysqlUrl == null) {
            if (mysqlUser != null) {
                throw refused("--mysql-user says nothing without --mysql-url");
            }
            return Optional.empty();
        }
        if (mysqlUser == null || mysqlPassword == null) {
            throw refused("--mysql-url needs --mysql-user, and --mysql-password or the variable MYSQL_PASSWORD");
        }
        return Optional.of(new ExternalDatabase(mysqlUrl, mysqlUser, mysqlPassword));
    }

    private ParameterException refused(String message) {
        if (spec == null) {
            throw new IllegalStateException("The options were not parsed");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
