package org.yilianti.incentive.payrun.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.payrun.Amendments.Named;
import org.yilianti.incentive.payrun.StatementExplanation.Corrected;
import org.yilianti.incentive.payrun.StatementExplanation.CountedRecord;
import org.yilianti.incentive.payrun.StatementExplanation.Given;
import org.yilianti.incentive.payrun.StatementExplanation.Line;
import org.yilianti.incentive.payrun.StatementReport.Statement;
import org.yilianti.incentive.payscheme.PayTerms;

/**
 * A statement that explains itself, term by term of its pay scheme: within caps and floors, amountFen − fixedFen (post salary and allowances) = institutionAmountFen × pointMinutes ÷ institutionPointMinutes by largest
 * remainder; the statement's amount also has the corrections of earlier runs; pointMinutes = Σ(minutes × weight) × quality × coefficient; points are their sixtieth part, rounded for the eye.
 */
record StatementAnswer(
        UUID id,
        UUID runId,
        YearMonth month,
        String kind,
        String staffNo,
        String name,
        @Nullable String nameLatin,
        long amountFen,
        List<StatementLine> lines) {

    /** A statement in a list. */
    record StatementSummary(
            UUID id,
            UUID runId,
            YearMonth month,
            String kind,
            String staffNo,
            String name,
            @Nullable String nameLatin,
            long amountFen) {

        static StatementSummary of(Statement one) {
            return new StatementSummary(
                    one.id(),
                    one.run().value(),
                    one.month(),
                    one.kind(),
                    one.staffNo(),
                    one.name(),
                    one.nameLatin(),
                    one.amountFen());
        }
    }

    /** What was earned at one institution. */
    record StatementLine(
            String institutionCode,
            String institutionName,
            @Nullable String institutionNameEn,
            long institutionPopulation,
            String institutionScore,
            long institutionShareFen,
            long institutionAmountFen,
            String institutionPoints,
            String institutionPointMinutes,
            String workload,
            String quality,
            String title,
            String coefficient,
            String points,
            String pointMinutes,
            long amountFen,
            long fixedFen,
            List<TermAnswer> terms,
            List<CountedRecordAnswer> records,
            List<CorrectionAnswer> corrections) {

        static StatementLine of(
                Line line,
                PayTerms terms,
                List<Given> given,
                List<CountedRecord> records,
                List<Corrected> corrections,
                List<Named> causes) {
            return new StatementLine(
                    line.institutionCode(),
                    line.institutionName(),
                    line.institutionNameEn(),
                    line.population(),
                    Decimals.exact(line.score()),
                    line.institutionShareFen(),
                    line.institutionAmountFen(),
                    Decimals.hours(line.institutionPointMinutes()),
                    Decimals.exact(line.institutionPointMinutes()),
                    Decimals.hours(line.weightedMinutes()),
                    Decimals.exact(line.quality()),
                    line.title(),
                    Decimals.exact(line.coefficient()),
                    Decimals.hours(line.pointMinutes()),
                    Decimals.exact(line.pointMinutes()),
                    line.amountFen(),
                    line.fixedFen(),
                    TermAnswer.of(line, terms, given),
                    records.stream()
                            .filter(one -> one.institution().equals(line.institution()))
                            .map(CountedRecordAnswer::of)
                            .toList(),
                    corrections.stream()
                            .filter(one -> one.institution().equals(line.institution()))
                            .map(one -> CorrectionAnswer.of(one, causes))
                            .toList());
        }
    }

    /**
     * A decision that a correction follows from, beside facts that came late.
     *
     * @param kind appeal, reward, punishment or revocation
     * @param amountFen that it gives or takes; null where it corrects what is computed, or concerns the whole institution
     */
    record CauseAnswer(String kind, UUID id, @Nullable Long amountFen) {}

    /** What was settled of an earlier run: dueFen = shouldFen − grantedFen = amountFen + what is left to the next run. */
    record CorrectionAnswer(
            UUID runId,
            YearMonth month,
            long grantedFen,
            long shouldFen,
            long dueFen,
            long amountFen,
            long leftFen,
            List<CauseAnswer> causes) {

        static CorrectionAnswer of(Corrected one, List<Named> causes) {
            long due = one.shouldFen() - one.grantedFen();
            return new CorrectionAnswer(
                    one.run().value(),
                    one.month(),
                    one.grantedFen(),
                    one.shouldFen(),
                    due,
                    one.amountFen(),
                    due - one.amountFen(),
                    causes.stream()
                            .filter(cause -> cause.bearsOn(one.run(), one.institution()))
                            .map(cause -> new CauseAnswer(
                                    cause.cause().origin().code(), cause.cause().id(), cause.amountFen()))
                            .toList());
        }
    }

    /**
     * A record of service and the points it brought, before quality and coefficient.
     *
     * @param callUp the emergency call-up under which it was delivered; null for ordinary service
     */
    record CountedRecordAnswer(
            UUID id,
            long version,
            String kind,
            Instant startedAt,
            Instant endedAt,
            int minutes,
            boolean night,
            @Nullable String callUp,
            String weight,
            String points) {

        static CountedRecordAnswer of(CountedRecord one) {
            return new CountedRecordAnswer(
                    one.id(),
                    one.version(),
                    one.kind(),
                    one.startedAt(),
                    one.endedAt(),
                    one.minutes(),
                    one.night(),
                    one.callUp(),
                    Decimals.exact(one.weight()),
                    Decimals.hours(one.weight().multiply(BigDecimal.valueOf(one.minutes()))));
        }
    }

    static StatementAnswer of(
            Statement one,
            List<Line> lines,
            PayTerms terms,
            List<Given> given,
            List<CountedRecord> records,
            List<Corrected> corrections,
            List<Named> causes) {
        return new StatementAnswer(
                one.id(),
                one.run().value(),
                one.month(),
                one.kind(),
                one.staffNo(),
                one.name(),
                one.nameLatin(),
                one.amountFen(),
                lines.stream()
                        .map(line -> StatementLine.of(line, terms, given, records, corrections, causes))
                        .toList());
    }
}
