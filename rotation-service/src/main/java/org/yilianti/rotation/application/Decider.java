package org.yilianti.rotation.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;

/**
 * Somebody who takes a step, as the aggregate's guards need to know them.
 *
 * @param staffNo own staff number, null for outsiders
 * @param scopes institutions for which they hold each deciding role themselves
 * @param mandates in whose place they may decide as well
 */
record Decider(
        String actor,
        @Nullable String staffNo,
        Map<Role, InstitutionScope> scopes,
        List<Mandate> mandates,
        Instant at) {

    static Decider of(Caller caller, List<Mandate> mandates, Instant now) {
        return new Decider(
                caller.name(),
                caller.staffNo(),
                Map.of(
                        Role.REGISTRAR, caller.scope(Role.REGISTRAR),
                        Role.HR_OFFICER, caller.scope(Role.HR_OFFICER),
                        Role.ASSOCIATION_ADMIN, caller.scope(Role.ASSOCIATION_ADMIN)),
                mandates,
                now);
    }

    /** Every power by which they may decide for this office: their own first; {@code *} stands for the whole association. */
    Stream<Mandate> powers(Role role, String code) {
        InstitutionScope own = scopes.getOrDefault(role, InstitutionScope.NONE);
        boolean holds = code.equals("*") ? own.all() : own.permits(code);
        Mandate byGrant = new Mandate(role, code, List.of(), Set.of());
        return Stream.concat(
                holds ? Stream.of(byGrant) : Stream.empty(),
                mandates.stream().filter(mandate -> mandate.covers(role, code)));
    }
}
