package org.yilianti.staff.team;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.member.Sight;

/** Keeps how ready people say they are, and who has seen it. */
@Service
public class ReadinessManagement {

    private final TeamDesk desk;
    private final AssociationCalendar calendar;
    private final Clock clock;

    ReadinessManagement(TeamDesk desk, AssociationCalendar calendar, Clock clock) {
        this.desk = desk;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Declares how soon somebody can be there, or that they cannot.
     *
     * @param who the offices of the caller, and themselves
     */
    @Transactional
    public TeamMember declare(Editor editor, Sight who, UUID id, Entry entry) {
        boolean ready = entry.flag("ready");
        var minutes = entry.optionalNumber("minutes", "0", "10080", 0);
        if (ready && minutes == null) {
            entry.fault("minutes", "required");
        }
        Integer declared = ready && minutes != null ? (Integer) minutes.intValue() : null;
        return desk.changed(
                editor,
                who,
                id,
                entry,
                "team.readiness-declared",
                service -> service.declared(declared, clock.instant(), editor.name()));
    }

    /** Confirms what was declared; never by who declared it. */
    @Transactional
    public TeamMember verify(Editor editor, UUID id) {
        return desk.changed(
                editor,
                Sight.of(editor.scope(), calendar.today()),
                id,
                Entry.form(),
                "team.readiness-verified",
                service -> service.verified(clock.instant(), editor.name()));
    }
}
