package org.yilianti.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilianti.local.platform.ExternalDatabase;
import org.yilianti.local.platform.Module;
import org.yilianti.local.platform.PlatformSettings;
import org.yilianti.local.platform.Startup;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class OptionsTests {

    private static final Path ROOT = Path.of("/project");

    @Test
    void withoutOptionsEverythingIsEmbeddedAtTheDocumentedPorts() {
        PlatformSettings settings = parse().settings(ROOT);

        assertThat(settings.data()).isEqualTo(Path.of("/project/.data"));
        assertThat(settings.ports().applications())
                .containsEntry(Module.GATEWAY, List.of(8080))
                .containsEntry(Module.STAFF, List.of(8081))
                .containsEntry(Module.ROTATION, List.of(8082))
                .containsEntry(Module.INCENTIVE, List.of(8083));
        assertThat(settings.ports().database()).isEqualTo(13306);
        assertThat(settings.ports().kafka()).isEqualTo(19092);
        assertThat(settings.externalDatabase()).isEmpty();
        assertThat(settings.externalKafka()).isEmpty();
        assertThat(settings.startup()).isEqualTo(Startup.NORMAL);
        assertThat(parse().wantsSample()).isTrue();
    }

    @Test
    void allPortsMoveTogetherAndReplicasHaveTheirOwn() {
        PlatformSettings settings =
                parse("--port-base", "9080", "--replicas", "staff=3,rotation=2").settings(ROOT);

        assertThat(settings.ports().applications())
                .containsEntry(Module.GATEWAY, List.of(9080))
                .containsEntry(Module.STAFF, List.of(9081, 9091, 9101))
                .containsEntry(Module.ROTATION, List.of(9082, 9092))
                .containsEntry(Module.INCENTIVE, List.of(9083));
        assertThat(settings.ports().database()).isEqualTo(14306);
        assertThat(settings.ports().kafka()).isEqualTo(20092);
    }

    @Test
    void externalComponentsTakeThePlaceOfTheEmbeddedOnes() {
        PlatformSettings settings = parse(
                        "--mysql-url",
                        "jdbc:mysql://db:3306",
                        "--mysql-user",
                        "admin",
                        "--mysql-password",
                        "secret",
                        "--kafka",
                        "broker:9092",
                        "--no-sample",
                        "--quick")
                .settings(ROOT);

        assertThat(settings.externalDatabase())
                .contains(new ExternalDatabase("jdbc:mysql://db:3306", "admin", "secret"));
        assertThat(settings.externalKafka()).contains("broker:9092");
        assertThat(settings.startup()).isEqualTo(Startup.QUICK);
        assertThat(settings.externalDatabase().orElseThrow().toString()).doesNotContain("secret");
    }

    @Test
    void whatMakesNoSenseIsRefusedWithTheReason() {
        assertRefused("staff, rotation and incentive, not 'gateway'", "--replicas", "gateway=2");
        assertRefused("between 1 and 9, not 0", "--replicas", "staff=0");
        assertRefused("needs --mysql-user", "--mysql-url", "jdbc:mysql://db:3306");
        assertRefused("without --mysql-url", "--mysql-user", "admin");
        assertRefused("between 1 and 40000", "--port-base", "70000");
        assertThatThrownBy(() -> parse("--prot-base", "1")).hasMessageContaining("--prot-base");
    }

    @Test
    void theHelpDescribesEveryOption() throws IOException {
        String help = Files.readString(Path.of("up.txt"));

        assertThat(new CommandLine(new Holder()).getCommandSpec().optionsMap().keySet())
                .isNotEmpty()
                .allSatisfy(option -> assertThat(help).contains("\n  " + option));
    }

    private static void assertRefused(String reason, String... arguments) {
        assertThatThrownBy(() -> parse(arguments).settings(ROOT))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(reason);
    }

    private static Options parse(String... arguments) {
        Holder holder = new Holder();
        new CommandLine(holder).parseArgs(arguments);
        return holder.options;
    }

    /** Stands for the launcher, which has the same options. */
    @Command
    private static final class Holder {

        @Mixin
        private final Options options = new Options();
    }
}
