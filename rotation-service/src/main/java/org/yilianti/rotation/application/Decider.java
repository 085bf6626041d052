package org.yilianti.rotation.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;

/**
 * Somebody who takes a step, as the aggregate's guards need to know them.
 *
 * @param staffNo own staff number, null for outsiders
 * @param scope institutions for which they are registrar
 */
record Decider(String actor, @Nullable String staffNo, InstitutionScope scope, Instant at) {

    static Decider of(Caller caller, Instant now) {
        return new Decider(caller.name(), caller.staffNo(), caller.scope(Role.REGISTRAR), now);
    }
}
