package org.yilianti.rotation.service;

import java.util.Optional;

/** One condition on a reported service. */
@FunctionalInterface
interface AcceptanceRule {

    /** Why the entry is rejected; empty when this rule has nothing against it. Earlier rules have passed. */
    Optional<RecordResult> rejection(ServiceEntry entry, BatchFacts facts);
}
