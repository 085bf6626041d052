package org.yilianti.incentive.payrun.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.yilianti.incentive.payrun.web.StatementAnswer.CauseAnswer;
import org.yilianti.incentive.payrun.web.StatementAnswer.CorrectionAnswer;
import org.yilianti.incentive.payrun.web.StatementAnswer.CountedRecordAnswer;
import org.yilianti.incentive.payrun.web.StatementAnswer.StatementLine;
import org.yilianti.platform.test.ServiceTest;

/** A statement says in words, in two languages and on paper, where each amount comes from (I5, I6, I7). */
@ServiceTest
class StatementStoryTests {

    private static final UUID DECISION = UUID.fromString("01990000-0000-7000-8000-000000000971");

    @Autowired
    StatementStory story;

    @Test
    void eachAmountIsToldInTheLanguageOfTheReader() {
        StatementAnswer statement = statement(1);
        assertThat(story.summary(statement, Locale.ENGLISH))
                .isEqualTo("沈文博, staff number S00001: 7.50 yuan of performance pay.");
        assertThat(story.line(statement.lines().getFirst(), Locale.ENGLISH))
                .containsExactly(
                        "T01 Town: 10.00 yuan of the pool by its population of 31250 and its score of 0.925; with the shares of"
                                + " institutions without points 12.00 yuan, for 24 points of all who served there.",
                        "Your work there: 8 hours as weighted below, times quality 1.05, times 1.2 for the title intermediate, are"
                                + " 10.08 points: 5.00 yuan.",
                        "Terms of the pay scheme: Standard workload 8 · Night allowance 1.50.",
                        "Correction of 2026-09: 5.00 yuan was given and 8.50 yuan is due by what is known today; 2.50 yuan is"
                                + " settled here, 1.00 yuan is left to the next run.",
                        "That follows from a decision of kind reward (" + DECISION + ").");
        assertThat(story.line(statement.lines().getFirst(), Locale.SIMPLIFIED_CHINESE))
                .element(0)
                .isEqualTo("T01 镇卫生院：按服务人口 31250 与得分 0.925，从资金池分得 10.00 元；加上无积分机构转来的份额共 12.00 元，全体在此服务人员合计 24 分。");
        assertThat(story.columns(Locale.ENGLISH)).hasSameSizeAs(story.columns(Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void itIsPrintedOnAsManyPagesAsItsRecordsNeed() throws IOException {
        byte[] one = StatementPdf.of(statement(1), story, Locale.SIMPLIFIED_CHINESE);
        assertThat(new String(one, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        try (PdfReader short1 = new PdfReader(one);
                PdfReader long1 = new PdfReader(StatementPdf.of(statement(200), story, Locale.ENGLISH))) {
            assertThat(short1.getNumberOfPages()).isEqualTo(1);
            assertThat(long1.getNumberOfPages()).isGreaterThan(2);
            assertThat(long1.getInfo().get("Title")).isEqualTo("Pay statement 2026-10");
        }
    }

    private static StatementAnswer statement(int records) {
        CountedRecordAnswer record = new CountedRecordAnswer(
                UUID.randomUUID(),
                1,
                "duty",
                Instant.parse("2026-10-01T00:00:00Z"),
                Instant.parse("2026-10-01T08:00:00Z"),
                480,
                false,
                "EM-2026-003",
                "1",
                "8");
        CorrectionAnswer correction = new CorrectionAnswer(
                UUID.randomUUID(),
                YearMonth.of(2026, 9),
                500,
                850,
                350,
                250,
                100,
                List.of(new CauseAnswer("reward", DECISION, 350L)));
        StatementLine line = new StatementLine(
                "T01",
                "镇卫生院",
                "Town",
                31_250,
                "0.925",
                1000,
                1200,
                "24",
                "1440",
                "8",
                "1.05",
                "intermediate",
                "1.2",
                "10.08",
                "604.8",
                650,
                150,
                List.of(
                        new TermAnswer("work", "standard-workload", "标化工作量", "Standard workload", "8", ""),
                        new TermAnswer("night", "night-allowance", "夜班津贴", "Night allowance", "1.50", "1")),
                Collections.nCopies(records, record),
                List.of(correction));
        return new StatementAnswer(
                UUID.randomUUID(),
                UUID.randomUUID(),
                YearMonth.of(2026, 10),
                "performance",
                "S00001",
                "沈文博",
                "Shen Wenbo",
                750,
                List.of(line));
    }
}
