package org.yilianti.rotation.cascade;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.rotation.agreement.PracticeAgreement;

/** The hours under an agreement, week by week, as the rule of its cap counts them. */
@Component
public class AgreementHours {

    private final HoursReader reader;

    AgreementHours(HoursReader reader) {
        this.reader = reader;
    }

    /**
     * One week.
     *
     * @param servedMinutes reported service that counts
     * @param plannedMinutes duties in force of which nothing has been reported
     */
    public record Week(LocalDate monday, int servedMinutes, int plannedMinutes, int capMinutes) {}

    /** The weeks that begin before {@code to}, from the one of {@code from} on, in which there is anything. */
    public List<Week> weeks(PracticeAgreement agreement, LocalDate from, LocalDate to) {
        UUID member = agreement.memberId();
        return reader
                .between(agreement.association(), Set.of(member), from, to.plusDays(6))
                .getOrDefault(member, MemberHours.NONE)
                .weeks(HoursCap.of(agreement))
                .stream()
                .filter(week -> week.monday().isBefore(to))
                .map(week -> new Week(week.monday(), week.servedMinutes(), week.awaitedMinutes(), week.capMinutes()))
                .toList();
    }
}
