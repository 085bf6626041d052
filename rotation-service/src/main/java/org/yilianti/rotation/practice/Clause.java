package org.yilianti.rotation.practice;

import org.yilianti.rotation.directory.StaffCategory;

/** What a verdict cites. */
enum Clause {
    REGISTRATION("Physicians Law 2022 art. 13"),
    REGISTERED_PRACTICE("Physicians Law 2022 art. 14"),
    MULTI_SITE("Physicians Law 2022 art. 15"),
    DEREGISTRATION("Physicians Law 2022 art. 17"),
    IN_ASSOCIATION("Physicians Law 2022 art. 18"),
    NURSE_REGISTRATION("Nurses Regulations art. 8, 21"),
    POLICY("association policy");

    private final String citation;

    Clause(String citation) {
        this.citation = citation;
    }

    String citation() {
        return citation;
    }

    /** The clause by which work of this category needs a licence, given the one for physicians. */
    static Clause forLicence(StaffCategory category, Clause forPhysicians) {
        return switch (category) {
            case PHYSICIAN, ASSISTANT_PHYSICIAN -> forPhysicians;
            case NURSE -> NURSE_REGISTRATION;
            default -> POLICY;
        };
    }
}
