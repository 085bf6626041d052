package org.yilianti.rotation.cascade;

import java.util.List;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.Licence;

/** An agreement with the facts it rests on. */
record AgreementGround(PracticeAgreement agreement, List<Licence> licences, List<Appointment> appointments) {}
