package org.yilianti.rotation.agreement;

import java.time.LocalDate;

/**
 * One version of an agreement with the names that a printed copy shows.
 *
 * @param effectiveTo first day on which the version is no longer in force
 */
public record AgreementCopy(
        PracticeAgreement agreement,
        AgreementVersion version,
        LocalDate effectiveTo,
        String fingerprint,
        String homeName,
        String hostName,
        String memberName,
        String staffNo) {}
