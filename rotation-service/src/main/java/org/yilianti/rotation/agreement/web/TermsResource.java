package org.yilianti.rotation.agreement.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.Insurance;
import org.yilianti.rotation.agreement.LiabilityShares;
import org.yilianti.rotation.agreement.PayTerms.Basis;
import org.yilianti.rotation.agreement.TimetableSession;

/** The terms of an agreement as callers see them; percentages as decimals with two places, money in fen. */
public record TermsResource(
        LocalDate validFrom,
        LocalDate validTo,
        int weeklyHours,
        String tasks,
        List<AgreedSession> timetable,
        AgreedPay pay,
        AgreedLiability liability,
        AgreedInsurance insurance) {

    /** A session that recurs every week. */
    public record AgreedSession(
            Weekday day,
            LocalTime start,
            LocalTime end,
            int minutes,
            String place,
            int travelMinutes,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        private static AgreedSession of(TimetableSession session) {
            return new AgreedSession(
                    Weekday.of(session.day()),
                    session.start(),
                    session.end(),
                    session.minutes(),
                    session.place(),
                    session.travelMinutes(),
                    session.from(),
                    session.to());
        }
    }

    /** What the host pays. */
    public record AgreedPay(
            Basis basis, long amountFen, @Nullable String note) {}

    /** Shares of the medical risk. */
    public record AgreedLiability(String homePercent, String hostPercent, String memberPercent) {

        static AgreedLiability of(LiabilityShares shares) {
            return new AgreedLiability(
                    shares.homePercent().toPlainString(),
                    shares.hostPercent().toPlainString(),
                    shares.memberPercent().toPlainString());
        }
    }

    /** The insurance policy. */
    public record AgreedInsurance(String policyNumber, String insurer, long coverFen, LocalDate validTo) {

        static AgreedInsurance of(Insurance insurance) {
            return new AgreedInsurance(
                    insurance.policyNumber(),
                    insurance.insurer(),
                    insurance.cover().fen(),
                    insurance.validTo());
        }
    }

    public static TermsResource of(AgreementTerms terms) {
        return new TermsResource(
                terms.term().from(),
                terms.validTo(),
                terms.weeklyHours(),
                terms.tasks(),
                terms.timetable().stream().map(AgreedSession::of).toList(),
                new AgreedPay(
                        terms.pay().basis(),
                        terms.pay().amount().fen(),
                        terms.pay().note()),
                AgreedLiability.of(terms.liability()),
                AgreedInsurance.of(terms.insurance()));
    }
}
