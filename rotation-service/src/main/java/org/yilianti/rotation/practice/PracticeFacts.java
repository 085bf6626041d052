package org.yilianti.rotation.practice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.Licence;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.PractisingRight;

/**
 * Everything known of one person that a decision may rest on.
 *
 * @param member null when no such person is known
 * @param postings rotations of months that bind
 * @param policies by which the association wants it judged
 */
public record PracticeFacts(
        @Nullable Member member,
        List<Appointment> appointments,
        List<Licence> licences,
        List<PracticeAgreement> agreements,
        List<PostedDays> postings,
        PolicyInForce policies) {

    public static final PracticeFacts UNKNOWN = new PracticeFacts(null, List.of(), List.of(), List.of());

    /** Facts to be judged by the standard policy. */
    public PracticeFacts(
            @Nullable Member member,
            List<Appointment> appointments,
            List<Licence> licences,
            List<PracticeAgreement> agreements) {
        this(member, appointments, licences, agreements, List.of(), PolicyInForce.STANDARD);
    }

    /** The policy that judges the question: the one in force on its first day. */
    PracticePolicy policy(PracticeQuestion question) {
        return policies.on(question.days().from());
    }

    /** The licences of the kind that the person's category needs. */
    PractisingRight right() {
        return new PractisingRight(licences)
                .where(licence -> member != null && PracticePolicy.kindFits(member.category(), licence.kind()));
    }

    /** The days of all appointments. */
    List<DatePeriod> employed() {
        return appointments.stream().map(Appointment::period).toList();
    }

    /** The days of the appointments at one institution. */
    public List<DatePeriod> appointedAt(UUID institutionId) {
        return appointments.stream()
                .filter(appointment -> appointment.institutionId().equals(institutionId))
                .map(Appointment::period)
                .toList();
    }

    /** Days of postings to one host. */
    List<DatePeriod> postedTo(UUID institutionId) {
        return postings.stream()
                .filter(posting -> posting.hostInstitutionId().equals(institutionId))
                .map(PostedDays::days)
                .toList();
    }

    /** Institutions to which anything binds the person on any day: at no other is there a day on which a decision permits. */
    public Set<UUID> places() {
        Set<UUID> places = new LinkedHashSet<>();
        appointments.forEach(appointment -> places.add(appointment.institutionId()));
        postings.forEach(posting -> places.add(posting.hostInstitutionId()));
        agreements.forEach(agreement -> places.add(agreement.hostInstitutionId()));
        return places;
    }

    /** The agreements with one host. */
    public List<PracticeAgreement> agreementsAt(UUID institutionId) {
        return agreements.stream()
                .filter(agreement -> agreement.hostInstitutionId().equals(institutionId))
                .toList();
    }
}
