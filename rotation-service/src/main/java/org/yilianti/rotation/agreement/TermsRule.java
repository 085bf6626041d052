package org.yilianti.rotation.agreement;

import java.util.stream.Stream;
import org.yilianti.platform.problem.Violation;

/** One condition on the terms of an agreement. */
@FunctionalInterface
interface TermsRule {

    /** What contradicts it; pointers are relative to the terms. */
    Stream<Violation> violations(AgreementTerms terms);
}
