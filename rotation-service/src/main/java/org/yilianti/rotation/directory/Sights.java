package org.yilianti.rotation.directory;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;

/** Works out what a caller may see. The one way of this service to narrow a query. */
@Component
public class Sights {

    private final Members members;

    Sights(Members members) {
        this.members = members;
    }

    /** The institutions for which the caller holds one of {@code roles}, and the caller's own rows with role staff. */
    public Sight of(Caller caller, Role... roles) {
        return new Sight(caller.association(), caller.scope(roles), ownMemberId(caller));
    }

    /** The institutions for which the caller holds one of {@code roles}, and nothing besides. */
    public Sight inScope(Caller caller, Role... roles) {
        return new Sight(caller.association(), caller.scope(roles), null);
    }

    private @Nullable UUID ownMemberId(Caller caller) {
        String staffNo = caller.staffNo();
        return staffNo == null || !caller.has(Role.STAFF)
                ? null
                : members.idsByStaffNo(caller.association(), List.of(staffNo)).get(staffNo);
    }
}
