package org.yilianti.rotation.cascade;

import java.util.stream.Stream;

/** One kind of fact that an agreement rests on. */
@FunctionalInterface
interface CauseRule {

    /** All stretches of the agreement's term on which the fact is missing, past and future ones included. */
    Stream<Cause> causes(AgreementGround ground);
}
