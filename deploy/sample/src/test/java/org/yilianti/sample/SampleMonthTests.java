package org.yilianti.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yilianti.sample.client.Patience;

class SampleMonthTests {

    private static final Path SAMPLE = Path.of("").toAbsolutePath();
    private static final Patience SHORT = new Patience(Duration.ofSeconds(20), Duration.ofMillis(1));

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void theMonthIsCarriedFromTheImportToThePaidRun() throws IOException {
        var association = new PretendedAssociation(SAMPLE);
        try (var gateway = new PretendedGateway(association, 0)) {
            var steps = new ArrayList<String>();

            var month = play(gateway, steps::add);

            assertThat(steps).containsExactly("import", "practice", "roster", "suspension", "service", "pay");
            assertThat(month.imports().get("members"))
                    .returns(2_400, MonthSummary.Import::accepted)
                    .returns(8, MonthSummary.Import::rejected);
            assertThat(month.practice()).isEqualTo(new MonthSummary.Practice(12, 10, 1, 1, "licence-expired"));
            assertThat(month.roster().planned()).isGreaterThan(2_000);
            assertThat(month.roster().unmet())
                    .as("five Saturdays without a dentist")
                    .isEqualTo(5);
            assertThat(month.suspension().released()).isGreaterThanOrEqualTo(4);
            assertThat(month.service().rejected()).isEqualTo(2);
            assertThat(month.service().flags()).isEqualTo(Map.of("unlawful-practice", 2));
            assertThat(month.service().confirmed())
                    .isEqualTo(month.service().recorded() - 2)
                    .isEqualTo(month.service().reported() - 4);
            assertThat(month.pay().paidFen()).isEqualTo(month.pay().poolFen()).isEqualTo(11_520_007L);
            assertThat(month.pay().ledgerBalanceFen()).isZero();
            assertThat(printed.toString(StandardCharsets.UTF_8))
                    .contains("imported 导入 members")
                    .contains("pool ¥115,200.07, paid ¥115,200.07 in 2 statements");
        }
    }

    @Test
    void aMonthOfLostCallsAndLostAnswersEndsWithTheSameTotalsAndDoesNothingTwice() throws IOException {
        var undisturbed = new PretendedAssociation(SAMPLE);
        MonthSummary expected;
        try (var gateway = new PretendedGateway(undisturbed, 0)) {
            expected = play(gateway, step -> {});
        }
        var disturbed = new PretendedAssociation(SAMPLE);
        try (var gateway = new PretendedGateway(disturbed, 3)) {
            assertThat(play(gateway, step -> {}).totals()).isEqualTo(expected.totals());
            assertThat(gateway.failures()).isGreaterThan(20);
            assertThat(disturbed.transitions()).isEqualTo(undisturbed.transitions());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"practice", "suspension", "pay"})
    void aMonthThatWasCutOffGoesOnAndAFinishedOneChangesNothing(String cutBefore) throws IOException {
        var association = new PretendedAssociation(SAMPLE);
        try (var gateway = new PretendedGateway(association, 0)) {
            assertThatThrownBy(() -> play(gateway, step -> {
                        if (step.equals(cutBefore)) {
                            throw new IllegalStateException("cut off");
                        }
                    }))
                    .hasMessage("cut off");

            var whole = play(gateway, step -> {});
            var done = List.copyOf(association.transitions());

            assertThat(play(gateway, step -> {}).totals()).isEqualTo(whole.totals());
            assertThat(association.transitions()).isEqualTo(done);
        }
    }

    private MonthSummary play(PretendedGateway gateway, MonthListener listener) {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return SampleMonth.run(
                gateway.uri(), SAMPLE, new SampleCredentials("password", "secret"), out, SHORT, listener);
    }
}
