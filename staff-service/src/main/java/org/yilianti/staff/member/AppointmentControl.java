package org.yilianti.staff.member;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Fault;
import org.yilianti.staff.institution.InstitutionId;

/** A limit on the appointments of an institution, all people together; a bean of the feature that keeps it. */
public interface AppointmentControl {

    /** Locks what limits these institutions until the transaction ends; everybody who appoints does so after locking members. */
    Ledger open(UUID association, Collection<InstitutionId> places);

    /** Whether appointments of different people bear on each other there; {@link #open} locks nothing where they do not. */
    default boolean counts(UUID association, Collection<InstitutionId> places) {
        return false;
    }

    /** Who holds what at the institutions at hand, with what this transaction has added. */
    interface Ledger {

        /**
         * Why the member cannot hold it; empty when they can.
         *
         * @param replaced the appointment in whose place it comes; null for a new one
         */
        Optional<Fault> objection(Member member, AppointmentDetails wanted, @Nullable AppointmentId replaced);

        /** Notes that it is held now. */
        void taken(Member member, AppointmentDetails held, @Nullable AppointmentId replaced);
    }
}
