package org.yilianti.rotation.cascade;

import java.util.List;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.AssessmentRecord;
import org.yilianti.rotation.directory.Licence;

/**
 * An agreement with the facts it rests on.
 *
 * @param overHours weeks, from the present one on, in which its member has worked beyond a cap that suspends
 */
record AgreementGround(
        PracticeAgreement agreement,
        List<Licence> licences,
        List<Appointment> appointments,
        AssessmentRecord assessments,
        List<ExceededWeek> overHours) {

    /** An agreement within its hours, of a member who never failed. */
    AgreementGround(PracticeAgreement agreement, List<Licence> licences, List<Appointment> appointments) {
        this(agreement, licences, appointments, AssessmentRecord.NONE, List.of());
    }

    /** The agreement as it has become, on the same facts. */
    AgreementGround with(PracticeAgreement changed) {
        return new AgreementGround(changed, licences, appointments, assessments, overHours);
    }
}
