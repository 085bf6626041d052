package org.yilianti.staff.institution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;

/** Every institution of an association by code, with those of the batch at hand: who may be whose parent. */
class InstitutionTree {

    private final Map<String, Institution> byCode = new HashMap<>();

    InstitutionTree(List<Institution> institutions) {
        institutions.forEach(this::put);
    }

    void put(Institution institution) {
        byCode.put(institution.details().code(), institution);
    }

    Optional<Institution> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Adds a fault unless the parent exists and is no descendant. */
    void judgeParent(InstitutionDetails details, Entry entry) {
        String code = details.parentCode();
        if (code == null) {
            return;
        }
        if (!byCode.containsKey(code)) {
            entry.fault("parentCode", "unknown-institution", code);
        } else if (hasAncestorOrIs(code, details.code())) {
            entry.fault("parentCode", "parent-circle", details.code());
        }
    }

    @Nullable InstitutionId parent(InstitutionDetails details) {
        String code = details.parentCode();
        Institution parent = code == null ? null : byCode.get(code);
        return parent == null ? null : parent.id();
    }

    private boolean hasAncestorOrIs(@Nullable String code, String sought) {
        String current = code;
        while (current != null && !current.equals(sought)) {
            Institution institution = byCode.get(current);
            current = institution == null ? null : institution.details().parentCode();
        }
        return current != null;
    }
}
