package org.yilianti.staff.member;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;

/** Finds whose office sees a new person before the first appointment. */
@Component
class RegisteringOffice {

    private static final String FIELD = "registeredAt";

    private final InstitutionDirectory institutions;

    RegisteringOffice(InstitutionDirectory institutions) {
        this.institutions = institutions;
    }

    /**
     * The institution that the entry names, otherwise the only one in the editor's scope; null for the association's own office. An
     * editor of several institutions must name one.
     */
    @Nullable InstitutionRef of(Editor editor, Entry entry) {
        String named = entry.raw(FIELD);
        if (named == null && editor.scope().all()) {
            return null;
        }
        String code = named == null && editor.scope().codes().size() == 1
                ? editor.scope().codes().iterator().next()
                : named;
        if (code == null) {
            entry.fault(FIELD, "required");
            return null;
        }
        InstitutionId id = institutions.ids(editor.association(), List.of(code)).get(code);
        if (id == null) {
            entry.fault(FIELD, "unknown-institution", code);
            return null;
        }
        if (!editor.scope().permits(code)) {
            entry.fault(FIELD, "outside-scope", code);
        }
        return new InstitutionRef(id, code);
    }
}
