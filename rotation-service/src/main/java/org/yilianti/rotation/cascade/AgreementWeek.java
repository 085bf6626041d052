package org.yilianti.rotation.cascade;

import org.yilianti.rotation.agreement.PracticeAgreement;

/** A week in which a cap that binds the agreement was exceeded. */
record AgreementWeek(PracticeAgreement agreement, ExceededWeek week) {}
