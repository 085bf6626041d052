package org.yilianti.rotation.application;

import java.util.stream.Stream;

/** One condition of multi-site practice. */
@FunctionalInterface
interface EligibilityRule {

    /** The reasons against the candidate; empty when there are none. */
    Stream<ApplicationReason> reasons(Candidate candidate);
}
