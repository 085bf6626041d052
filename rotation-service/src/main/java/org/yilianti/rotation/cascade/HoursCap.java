package org.yilianti.rotation.cascade;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.agreement.PracticeAgreement;

/**
 * The most that somebody may work at some places in a week.
 *
 * @param code machine code of what follows when it is exceeded
 * @param hosts where the hours count
 * @param days on which they count
 * @param weekly minutes allowed in the week of these days
 */
record HoursCap(String code, Set<UUID> hosts, DatePeriod days, ToIntFunction<DatePeriod> weekly) {

    static final String OWN = "weekly-hours-exceeded";
    static final String ALL_HOSTS = "hosts-hours-exceeded";

    /** The cap that the agreement itself states; where its versions change within a week, the smaller one. */
    static HoursCap of(PracticeAgreement agreement) {
        return new HoursCap(
                OWN, Set.of(agreement.hostInstitutionId()), agreement.terms().term(), agreement::weeklyMinutes);
    }

    /** Both caps that bind the agreement, given all agreements of its member. */
    static List<HoursCap> all(PracticeAgreement agreement, Collection<PracticeAgreement> ofMember, HoursPolicy policy) {
        return List.of(
                of(agreement),
                new HoursCap(
                        ALL_HOSTS,
                        ofMember.stream()
                                .map(PracticeAgreement::hostInstitutionId)
                                .collect(Collectors.toSet()),
                        DatePeriod.from(LocalDate.EPOCH),
                        week -> policy.hoursAtAllHosts() * 60));
    }

    /** Minutes allowed in the week that begins on {@code monday}. */
    int minutes(LocalDate monday) {
        return weekly.applyAsInt(new DatePeriod(monday, monday.plusDays(7)));
    }

    boolean binds(UUID institution, LocalDate day) {
        return hosts.contains(institution) && days.contains(day);
    }
}
