package org.yilianti.incentive.campaign;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.directory.Institution;

/**
 * What is judged.
 *
 * @param code unique in the campaign: the institution's, with the department's after a slash, or a staff number
 * @param institutionCode that answers for it; {@value #WHOLE} for the association, which only whoever may see all of it sees
 */
public record Subject(
        String code,
        @Nullable UUID institution,
        String institutionCode,
        String name,
        @Nullable String staffNo) {

    static final String WHOLE = "*";

    static Subject association() {
        return new Subject(WHOLE, null, WHOLE, WHOLE, null);
    }

    static Subject institution(Institution one) {
        return new Subject(one.code(), one.id(), one.code(), one.name(), null);
    }

    static Subject department(Institution of, String code, String name) {
        return new Subject(of.code() + "/" + code, of.id(), of.code(), name, null);
    }

    /** A person; known by staff number, as names are for the registry to show. */
    static Subject person(Institution at, String staffNo) {
        return new Subject(staffNo, at.id(), at.code(), staffNo, staffNo);
    }
}
