package org.yilianti.sample;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.yilianti.sample.client.ApiClient;
import org.yilianti.sample.client.Patience;
import org.yilianti.sample.client.SignInTokens;

/**
 * Plays the three months before the sample month, once that is played, as far as pay is concerned: a record of service that comes
 * late, an appeal, a returned bank line and a simulation, each with what follows from it. Small, so that it takes seconds.
 */
public final class SampleQuarter {

    private static final Set<String> MACHINES = Set.of("hr-import", "his");
    private static final int MONTHS = 3;
    private static final long POOL_FEN = 1_200_001;

    private SampleQuarter() {}

    /**
     * Plays the quarter; safe to repeat at any time, also after it was cut off.
     *
     * @param gateway address without a path
     * @param sampleDirectory holds the lists and {@code month.json}
     * @param out told what happens
     */
    public static QuarterSummary run(
            URI gateway, Path sampleDirectory, SampleCredentials credentials, PrintStream out) {
        return run(gateway, sampleDirectory, credentials, out, Patience.usual(), step -> {});
    }

    /**
     * As {@link #run(URI, Path, SampleCredentials, PrintStream)}.
     *
     * @param patience how long a service may be away, and how long one thing may take
     * @param listener told of what is promised
     */
    public static QuarterSummary run(
            URI gateway,
            Path sampleDirectory,
            SampleCredentials credentials,
            PrintStream out,
            Patience patience,
            MonthListener listener) {
        var tokens = new SignInTokens(gateway, MACHINES, credentials.password(), credentials.clientSecret());
        var stage =
                Stage.of(new ApiClient(gateway, tokens, patience, listener::answered), sampleDirectory, patience, out);
        return new Play(stage).run();
    }

    /** The three months in their order. */
    private record Play(Stage stage) {

        QuarterSummary run() {
            var first = month(MONTHS);
            first.serve();
            var firstPay = new QuarterPay(first);
            var firstRun = firstPay.pay(POOL_FEN, "0.90");
            var bank = new QuarterBank(first).play(firstRun);
            stage.say("%s paid; %s came back from the bank, %s were paid again"
                    .formatted(first.month(), Statement.yuan(bank.returnedFen()), Statement.yuan(bank.repaidFen())));
            appeal(firstPay.statement(firstRun, QuarterMonth.DOCTOR));
            first.serveLate();

            var second = month(MONTHS - 1);
            second.serve();
            var secondPay = new QuarterPay(second);
            var secondRun = secondPay.pay(POOL_FEN, "1.00");
            long late = secondPay.corrected(secondRun, QuarterMonth.LATE);
            long appealed = secondPay.corrected(secondRun, QuarterMonth.DOCTOR);
            stage.say("%s paid; of %s the late record brought %s, the appeal %s"
                    .formatted(second.month(), first.month(), Statement.yuan(late), Statement.yuan(appealed)));

            var third = month(1);
            third.serve();
            var thirdPay = new QuarterPay(third);
            var thirdRun = thirdPay.pay(POOL_FEN, "1.00");
            int simulated = simulated(thirdRun);
            stage.say("%s paid; another scheme would change the pay of %d people".formatted(third.month(), simulated));

            var months = new ArrayList<QuarterSummary.PaidMonth>();
            months.add(firstPay.paid(firstRun));
            months.add(secondPay.paid(secondRun));
            months.add(thirdPay.paid(thirdRun));
            return new QuarterSummary(
                    months, late, appealed, bank.returnedFen(), bank.repaidFen(), simulated, ledgerBalance());
        }

        private QuarterMonth month(int before) {
            return QuarterMonth.of(
                    stage, YearMonth.parse(stage.script().month()).minusMonths(before));
        }

        /** The doctor contests the quality of the own line; somebody who had no part in the run decides. */
        private void appeal(String statement) {
            var appeal = stage.as("doctor")
                    .post(
                            "/v1/pay-statements/" + statement + "/appeals",
                            key("appeal"),
                            Map.of(
                                    "institutionCode", QuarterMonth.HOME,
                                    "text", "质量系数有误 (the quality is not mine)",
                                    "evidence", "质控月报第 7 页 (monthly quality report, page 7)"))
                    .id();
            stage.as("arbiter")
                    .post(
                            "/v1/pay-appeals/" + appeal + "/decisions",
                            key("appeal-decision"),
                            Map.of("upheld", true, "reason", "核实属实 (so it is)", "quality", "1.05"));
        }

        /** The run's measures under other weights. */
        private int simulated(String run) {
            var indicators = new ArrayList<Map<String, String>>();
            for (var one : stage.script().pay().indicators()) {
                indicators.add(Map.of(
                        "code", one.code(),
                        "name", one.name(),
                        "weight", weight(one.code()),
                        "target", one.target(),
                        "scoring", one.scoring()));
            }
            var scheme = stage.as("evaluator")
                    .post(
                            "/v1/indicator-schemes",
                            key("other-scheme"),
                            Map.of("name", "下沉优先方案 (outreach first)", "indicators", indicators))
                    .id();
            var simulation = stage.as("payroll")
                    .post(
                            "/v1/pay-runs/" + run + "/simulations",
                            key("simulation"),
                            Map.of("name", "下沉优先 (outreach first)", "schemeId", scheme))
                    .id();
            return (int)
                    stage.as("payroll").list("/v1/pay-simulations/" + simulation + "/differences?limit=200").stream()
                            .filter(one -> one.path("differenceFen").asLong(0) != 0)
                            .count();
        }

        /** Outreach counts most; the weights sum to 1. */
        private static String weight(String code) {
            return switch (code) {
                case "outreach" -> "0.60";
                default -> "0.10";
            };
        }

        private long ledgerBalance() {
            long balance = 0;
            for (var account :
                    stage.as("auditor").get("/v1/ledger/trial-balance").body().path("items")) {
                balance += account.path("debitFen").asLong(0)
                        - account.path("creditFen").asLong(0);
            }
            return balance;
        }

        private String key(String action) {
            return stage.keys().of("quarter", action);
        }
    }
}
