package org.yilianti.staff.institution;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Fault;

/**
 * An institution of the association.
 *
 * @param parent the institution named by {@code details.parentCode}
 * @param functions what it is there for, in order of time
 */
public record Institution(
        InstitutionId id,
        UUID association,
        long version,
        InstitutionDetails details,
        @Nullable InstitutionId parent,
        List<FunctionTerm> functions) {

    static Institution founded(UUID association, InstitutionDetails details, @Nullable InstitutionId parent) {
        return new Institution(InstitutionId.next(), association, 1, details, parent, List.of());
    }

    /** Why it cannot become what {@code changed} says; empty when it can. */
    Optional<Fault> objection(InstitutionDetails changed) {
        return changed.code().equals(details.code())
                ? Optional.empty()
                : Optional.of(new Fault("code", "immutable", List.of(details.code())));
    }

    /** The next version; the same when {@code changed} says nothing new. */
    Institution revised(InstitutionDetails changed, @Nullable InstitutionId newParent) {
        objection(changed).ifPresent(fault -> {
            throw new IllegalArgumentException(fault.code());
        });
        return changed.equals(details)
                ? this
                : new Institution(id, association, version + 1, changed, newParent, functions);
    }

    /** The next version, there for something else; the same when it says nothing new. */
    Institution positioned(List<FunctionTerm> wanted) {
        List<FunctionTerm> ordered = FunctionTerm.inOrder(wanted);
        return ordered.equals(functions)
                ? this
                : new Institution(id, association, version + 1, details, parent, ordered);
    }

    /** The same with functions read from elsewhere. */
    Institution withFunctions(List<FunctionTerm> read) {
        return new Institution(id, association, version, details, parent, FunctionTerm.inOrder(read));
    }

    /** The public state after a change, for {@code staff.institutions}. */
    OutboxEvent announcement() {
        return OutboxEvent.state(
                "staff.institutions",
                "staff.institution-changed.v1",
                association,
                id.value(),
                version,
                new InstitutionChanged(
                        id.value(),
                        association,
                        version,
                        details.code(),
                        details.name(),
                        details.nameEn(),
                        details.tier(),
                        details.lead(),
                        details.setting(),
                        details.population(),
                        details.areaKm2(),
                        details.latitude(),
                        details.longitude(),
                        parent == null ? null : parent.value(),
                        functions.stream().map(FunctionState::of).toList()));
    }

    /** Body of the event; its schema is {@code contracts/events/staff.institution-changed.v1}. */
    record InstitutionChanged(
            UUID id,
            UUID associationId,
            long version,
            String code,
            String name,
            @Nullable String nameEn,
            Tier tier,
            boolean lead,
            Setting setting,
            int population,
            BigDecimal areaKm2,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            @Nullable UUID parentId,
            List<FunctionState> functions) {}

    /** A function from one day to another, as it is told. */
    record FunctionState(
            InstitutionFunction function,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        static FunctionState of(FunctionTerm term) {
            return new FunctionState(
                    term.function(), term.valid().from(), term.valid().to());
        }
    }

    /** The row that a change leaves. */
    AuditRecord trace(Editor editor, String action) {
        return editor.did(action, "institution", id, details.code(), details);
    }
}
