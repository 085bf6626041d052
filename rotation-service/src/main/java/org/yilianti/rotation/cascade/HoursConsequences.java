package org.yilianti.rotation.cascade;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.DutyReleaseManagement;

/** What follows from hours beyond a cap besides the suspension: planned duties beyond are released, those concerned are told once a week. */
@Component
class HoursConsequences {

    private final HoursReader hours;
    private final ExceededWeeks exceededWeeks;
    private final HoursNotices notices;
    private final DutyReleaseManagement releases;
    private final Clock clock;

    HoursConsequences(
            HoursReader hours,
            ExceededWeeks exceededWeeks,
            HoursNotices notices,
            DutyReleaseManagement releases,
            Clock clock) {
        this.hours = hours;
        this.exceededWeeks = exceededWeeks;
        this.notices = notices;
        this.releases = releases;
        this.clock = clock;
    }

    /** Part of the transaction that learned of the hours, after the suspensions have released theirs. */
    void draw(UUID association, List<PracticeAgreement> agreements, HoursPolicy policy) {
        Map<UUID, List<PracticeAgreement>> byMember =
                agreements.stream().collect(Collectors.groupingBy(PracticeAgreement::memberId));
        LocalDate today = AssociationZone.dayOf(clock.instant());
        Map<UUID, MemberHours> worked = hours.all(association, byMember.keySet(), today);
        List<AgreementWeek> exceeded = new ArrayList<>();
        Map<UUID, Duty> beyond = new LinkedHashMap<>();
        for (PracticeAgreement agreement : agreements) {
            List<PracticeAgreement> ofMember = byMember.getOrDefault(agreement.memberId(), List.of());
            MemberHours ofThis = worked.getOrDefault(agreement.memberId(), MemberHours.NONE);
            for (HoursCap cap : agreement.over() ? List.<HoursCap>of() : HoursCap.all(agreement, ofMember, policy)) {
                ofThis.weeks(cap).forEach(week -> {
                    week.exceeded(policy.toleranceMinutes())
                            .ifPresent(one -> exceeded.add(new AgreementWeek(agreement, one)));
                    week.beyond(policy.toleranceMinutes(), clock.instant())
                            .forEach(duty -> beyond.putIfAbsent(duty.id(), duty));
                });
            }
        }
        notices.tell(association, exceededWeeks.keepNew(exceeded));
        if (policy.suspends()) {
            releases.release(List.copyOf(beyond.values()), HoursCap.OWN, "system:weekly-hours");
        }
    }
}
