package org.yilianti.rotation.cascade;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.agreement.PracticeAgreements;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.Appointments;
import org.yilianti.rotation.directory.AssessmentRecord;
import org.yilianti.rotation.directory.Assessments;
import org.yilianti.rotation.directory.Licence;
import org.yilianti.rotation.directory.Licences;

/** Loads agreements with the facts they rest on, in a fixed number of queries whatever their number. */
@Component
class GroundReader {

    private final PracticeAgreements agreements;
    private final Licences licences;
    private final Appointments appointments;
    private final Assessments assessments;
    private final HoursReader hours;

    GroundReader(
            PracticeAgreements agreements,
            Licences licences,
            Appointments appointments,
            Assessments assessments,
            HoursReader hours) {
        this.agreements = agreements;
        this.licences = licences;
        this.appointments = appointments;
        this.assessments = assessments;
        this.hours = hours;
    }

    /** All agreements of these members; {@code today} says which week is the present one. */
    List<AgreementGround> read(UUID association, Collection<UUID> memberIds, HoursPolicy policy, LocalDate today) {
        Map<UUID, List<PracticeAgreement>> byMember = agreements.byMember(association, memberIds);
        Map<UUID, List<Licence>> held = licences.byMember(association, byMember.keySet());
        Map<UUID, List<Appointment>> posts = appointments.byMember(association, byMember.keySet());
        Map<UUID, AssessmentRecord> assessed = assessments.byMember(association, byMember.keySet());
        Map<UUID, MemberHours> worked =
                policy.suspends() ? hours.served(association, byMember.keySet(), today) : Map.of();
        return byMember.entrySet().stream()
                .flatMap(ofMember -> ofMember.getValue().stream()
                        .map(one -> new AgreementGround(
                                one,
                                held.getOrDefault(ofMember.getKey(), List.of()),
                                posts.getOrDefault(ofMember.getKey(), List.of()),
                                assessed.getOrDefault(ofMember.getKey(), AssessmentRecord.NONE),
                                over(one, ofMember.getValue(), worked, policy))))
                .toList();
    }

    private static List<ExceededWeek> over(
            PracticeAgreement agreement,
            List<PracticeAgreement> ofMember,
            Map<UUID, MemberHours> worked,
            HoursPolicy policy) {
        MemberHours hours = worked.getOrDefault(agreement.memberId(), MemberHours.NONE);
        return HoursCap.all(agreement, ofMember, policy).stream()
                .flatMap(cap -> hours.weeks(cap).stream())
                .flatMap(week -> week.exceeded(policy.toleranceMinutes()).stream())
                .toList();
    }
}
