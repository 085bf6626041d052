package org.yilianti.incentive.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yilianti.incentive.sheet.SheetFile;
import org.yilianti.incentive.sheet.SheetFormat;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;

/** Schemes as sheets (I1: import and export; I2: income refused wherever it could enter). */
class SchemeSheetTests {

    private static final String HEADER =
            "kind,code,parent,name,nameEn,weight,scoring,target,floor,bands,unit,source,noData\n";

    private static SchemeSheetReading.Said read(String lines) {
        return SchemeSheetReading.read(SheetFile.rows((HEADER + lines).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> faults(String lines) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(lines));
        return refusal.violations().stream()
                .map(one -> one.pointer() + " " + one.code())
                .toList();
    }

    @Test
    void aSheetSaysEverythingOfItsScheme() {
        SchemeSheetReading.Said said = read("""
                # whatever people are told
                scheme,,,Town,,,,,,,,,exclude
                group,care,,服务,Care,0.4,,,,,,,

                indicator,records,care,档案,Records,1,linear,0.9,0.5,,%,service-events,
                indicator,home,,上门,,0.6,banded,1,,0.5=0.6; 0.8=1,visits,verification,
                """);
        assertThat(said.name()).isEqualTo("Town");
        assertThat(said.content().noData()).isEqualTo(NoData.EXCLUDE);
        assertThat(said.content().groups())
                .containsExactly(new IndicatorGroup("care", "服务", "Care", new BigDecimal("0.4"), ""));
        assertThat(said.content().indicators())
                .containsExactly(
                        new Indicator(
                                "records",
                                "档案",
                                "Records",
                                BigDecimal.ONE,
                                new BigDecimal("0.9"),
                                new BigDecimal("0.5"),
                                Scoring.LINEAR,
                                "care",
                                List.of(),
                                "%",
                                DataSource.SERVICE_EVENTS),
                        new Indicator(
                                "home",
                                "上门",
                                null,
                                new BigDecimal("0.6"),
                                BigDecimal.ONE,
                                BigDecimal.ZERO,
                                Scoring.BANDED,
                                "",
                                List.of(
                                        new Band(new BigDecimal("0.5"), new BigDecimal("0.6")),
                                        new Band(new BigDecimal("0.8"), BigDecimal.ONE)),
                                "visits",
                                DataSource.VERIFICATION));
    }

    @Test
    void allFaultsAreToldAtOnceByLineAndColumn() {
        assertThat(faults("""
                        scheme,,,Town,,,,5,,,,,sometimes
                        group,care,,,Care,0.5,,,,,,,
                        indicator,a,care,A,,x,magic,many,,1:2,,drawer,
                        indicator,a,nowhere,A,,0.5,ratio,0,,,,,
                        branch,b,,B,,0.5,,,,,,,
                        indicator,c,,C,,0.5,ratio,1,,,,,zero,more
                        """))
                .containsExactlyInAnyOrder(
                        "/lines/2/target sheet.cell-not-wanted",
                        "/lines/2/noData sheet.code-unknown",
                        "/lines/3/name sheet.cell-missing",
                        "/lines/4/weight sheet.not-a-number",
                        "/lines/4/scoring sheet.code-unknown",
                        "/lines/4/target sheet.not-a-number",
                        "/lines/4/bands scheme.sheet-band-invalid",
                        "/lines/4/source sheet.code-unknown",
                        "/lines/5/code scheme.code-repeated",
                        "/lines/5/parent scheme.parent-unknown",
                        "/lines/5/target scheme.target-invalid",
                        "/lines/6/kind sheet.code-unknown",
                        "/lines/6 scheme.group-empty",
                        "/lines/7 sheet.cell-without-column",
                        "/lines/7/noData sheet.cell-not-wanted");
    }

    /** I1: weights are exact decimals. */
    @Test
    void weightsThatMissOneByATenThousandthAreRefused() {
        assertThat(faults("""
                        scheme,,,Town,,,,,,,,,
                        indicator,a,,A,,0.3333,ratio,1,,,,,
                        indicator,b,,B,,0.6666,ratio,1,,,,,
                        """)).containsExactly("/lines/2/weight scheme.weights-too-small");
    }

    /** I2: the clause is cited. */
    @Test
    void aMeasureOfIncomeIsRefusedWithItsClause() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read("""
                scheme,,,Town,,,,,,,,,
                indicator,a,,药品收入,,1,ratio,1,,,,,
                """));
        Violation income = refusal.violations().getFirst();
        assertThat(income.pointer()).isEqualTo("/lines/3/name");
        assertThat(income.code()).isEqualTo("scheme.income-measured");
        assertThat(income.args()).contains(IncomeRule.CLAUSE);
    }

    @Test
    void aSheetThatIsNoSchemeIsRefused() {
        assertThat(faults("indicator,a,,A,,1,ratio,1,,,,,\n")).containsExactly("/lines scheme.sheet-without-name");
        assertThat(faults("scheme,,,A,,,,,,,,,\nscheme,,,B,,,,,,,,,\n"))
                .contains("/lines/3/kind scheme.sheet-second-name", "/lines scheme.sheet-size");
        Refusal columns = catchThrowableOfType(
                Refusal.class,
                () -> SchemeSheetReading.read(
                        SheetFile.rows("kind,code,kind,wieght".getBytes(StandardCharsets.UTF_8))));
        assertThat(columns.violations())
                .extracting(one -> one.pointer() + " " + one.code())
                .contains(
                        "/lines/1/kind sheet.column-repeated",
                        "/lines/1/wieght sheet.column-unknown",
                        "/lines/1/weight sheet.column-missing");
        assertThat(catchThrowableOfType(Refusal.class, () -> SchemeSheetReading.read(List.of()))
                        .code())
                .isEqualTo("sheet.empty");
    }

    /** I1: over 300 random trees, in both formats. */
    @Test
    void whateverSchemeIsWrittenIsReadBackWithoutADifference() {
        for (int seed = 0; seed < 300; seed++) {
            SchemeContent content = new RandomScheme(new Random(seed)).content();
            SheetFormat format = SheetFormat.values()[seed % 2];
            byte[] file = format.write("scheme", SchemeSheet.of("=Name " + seed, content));
            SchemeSheetReading.Said said = SchemeSheetReading.read(SheetFile.rows(file));
            assertThat(said.name()).isEqualTo("=Name " + seed);
            assertThat(SchemeComparison.between(content, said.content()))
                    .as("seed %s", seed)
                    .isEmpty();
            assertThat(said.content().weights())
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(content.weights());
        }
    }

    /** A tree that keeps the rules, in a shuffled order. */
    private record RandomScheme(Random random) {

        SchemeContent content() {
            List<IndicatorGroup> groups = new ArrayList<>();
            List<Indicator> indicators = new ArrayList<>();
            List<BigDecimal> top = shares(1 + random.nextInt(4));
            for (BigDecimal weight : top) {
                String code = "g" + groups.size();
                groups.add(new IndicatorGroup(code, name(), random.nextBoolean() ? name() : null, weight, ""));
                String parent = code;
                if (random.nextBoolean()) {
                    parent = "g" + groups.size();
                    groups.add(new IndicatorGroup(parent, name(), null, BigDecimal.ONE, code));
                }
                for (BigDecimal below : shares(1 + random.nextInt(5))) {
                    indicators.add(indicator("i" + indicators.size(), below, parent));
                }
            }
            Collections.shuffle(groups, random);
            Collections.shuffle(indicators, random);
            NoData noData = NoData.values()[random.nextInt(NoData.values().length)];
            return new SchemeContent(groups, indicators, noData);
        }

        private Indicator indicator(String code, BigDecimal weight, String parent) {
            Scoring scoring = Scoring.values()[random.nextInt(Scoring.values().length)];
            List<Band> bands = scoring == Scoring.BANDED
                    ? List.of(
                            new Band(BigDecimal.ZERO, new BigDecimal("0.25")), new Band(BigDecimal.ONE, BigDecimal.ONE))
                    : List.of();
            return new Indicator(
                    code,
                    name(),
                    random.nextBoolean() ? name() : null,
                    weight,
                    BigDecimal.valueOf(1 + random.nextInt(1_000_000), 6).add(BigDecimal.ONE),
                    BigDecimal.valueOf(random.nextInt(1_000_000), 6),
                    scoring,
                    parent,
                    bands,
                    random.nextBoolean() ? "%" : null,
                    random.nextBoolean() ? DataSource.values()[random.nextInt(DataSource.values().length)] : null);
        }

        private String name() {
            List<String> odd =
                    Arrays.asList("=SUM(A1)", "'=x", "档案, 规范", "a \"quoted\" one", "two\nlines", "- dash", " spaced ");
            return odd.get(random.nextInt(odd.size())) + random.nextInt(1000);
        }

        /** Weights of four decimals that sum to 1. */
        private List<BigDecimal> shares(int count) {
            List<BigDecimal> shares = new ArrayList<>();
            int left = 10_000;
            for (int more = count - 1; more > 0; more--) {
                int share = 1 + random.nextInt(left - more);
                shares.add(BigDecimal.valueOf(share, 4));
                left -= share;
            }
            shares.add(BigDecimal.valueOf(left, 4));
            return shares;
        }
    }
}
