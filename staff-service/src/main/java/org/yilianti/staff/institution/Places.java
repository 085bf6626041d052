package org.yilianti.staff.institution;

import java.util.Map;
import java.util.Optional;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;

/** The institutions that the rows of a file name, by their codes. */
public record Places(Editor editor, Map<String, InstitutionId> byCode) {

    public Places {
        byCode = Map.copyOf(byCode);
    }

    /** The institution that a field must name; faults one that is unknown or that the editor may not change. */
    public Optional<InstitutionRef> own(Entry entry, String field) {
        String code = entry.text(field, 50);
        Optional<InstitutionRef> place = named(entry, field, code);
        if (place.isPresent() && !editor.scope().permits(code)) {
            entry.fault(field, "outside-scope", code);
            return Optional.empty();
        }
        return place;
    }

    /** The institution that a field names, anybody's; empty when it is blank, or unknown and so a fault. */
    public Optional<InstitutionRef> any(Entry entry, String field) {
        return named(entry, field, entry.key(field));
    }

    private Optional<InstitutionRef> named(Entry entry, String field, String code) {
        Optional<InstitutionRef> place = Optional.ofNullable(byCode.get(code)).map(id -> new InstitutionRef(id, code));
        if (!code.isEmpty() && place.isEmpty()) {
            entry.fault(field, "unknown-institution", code);
        }
        return place;
    }
}
