package org.yilianti.staff.credential;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.credential.Licence.Decision;
import org.yilianti.staff.credential.Sanction.Kind;

/** Every sanction of one licence: how the licence stands follows from those that are open, so that ending one never lifts another. */
record Sanctions(List<Sanction> all) {

    static final Sanctions NONE = new Sanctions(List.of());

    private static final Comparator<Sanction> BY_BEGIN = Comparator.comparing(Sanction::from);

    Sanctions with(Sanction more) {
        return new Sanctions(Stream.concat(all.stream(), Stream.of(more)).toList());
    }

    /** Ends what offices decided on suspensions. */
    Sanctions resumed(LocalDate from, String reason, Decision decision) {
        return each(
                sanction -> sanction.openToOffices() && sanction.kind() == Kind.SUSPENSION,
                sanction -> sanction.ended(from, reason, decision));
    }

    /** Ends the suspensions whose last day has passed. */
    Sanctions lapsed(LocalDate today, Decision decision) {
        return each(
                sanction -> sanction.open(Kind.SUSPENSION) && sanction.overOn(today),
                sanction -> sanction.ended(today, sanction.reason(), decision));
    }

    /** Ends what follows from an assessment. */
    Sanctions ended(UUID assessment, LocalDate day, String reason, Decision decision) {
        return each(
                sanction -> sanction.open() && sanction.followsFrom(assessment),
                sanction -> sanction.ended(day, reason, decision));
    }

    /** Takes back what follows from an assessment, as if it had never been. */
    Sanctions takenBack(UUID assessment, String reason, Decision decision) {
        return each(sanction -> sanction.followsFrom(assessment), sanction -> sanction.takenBack(reason, decision));
    }

    /** Opens again what follows from an assessment. */
    Sanctions reopened(UUID assessment) {
        return each(sanction -> sanction.followsFrom(assessment), Sanction::reopened);
    }

    /** With what a file says in place of what offices decided; the same when it says nothing new. */
    Sanctions told(Standing entered, Decision decision) {
        Optional<Sanction> said = Sanction.told(entered, decision);
        if (said.isEmpty() || all.stream().anyMatch(known -> known.openToOffices() && known.says(said.get()))) {
            return this;
        }
        return each(Sanction::openToOffices, sanction -> sanction.takenBack(null, decision))
                .with(said.get());
    }

    /** How the licence stands by these. */
    Standing standing() {
        Optional<Sanction> revocation =
                all.stream().filter(sanction -> sanction.open(Kind.REVOCATION)).min(BY_BEGIN);
        Optional<Sanction> suspension = suspension();
        LocalDate suspendedFrom = suspension.map(Sanction::from).orElse(null);
        LocalDate suspendedTo = suspension.map(Sanction::to).orElse(null);
        if (revocation.isPresent()) {
            Sanction decided = revocation.get();
            return new Standing(LicenceStatus.REVOKED, suspendedFrom, suspendedTo, decided.from(), decided.reason());
        }
        return suspension
                .filter(Sanction::open)
                .map(open -> new Standing(LicenceStatus.SUSPENDED, suspendedFrom, suspendedTo, null, open.reason()))
                .orElseGet(() -> new Standing(LicenceStatus.ACTIVE, suspendedFrom, suspendedTo, null, endReason()));
    }

    /** The open suspensions that join into one from the first on; otherwise the last that was served. */
    private Optional<Sanction> suspension() {
        List<Sanction> open = all.stream()
                .filter(sanction -> sanction.open(Kind.SUSPENSION))
                .sorted(BY_BEGIN)
                .toList();
        return open.isEmpty()
                ? all.stream()
                        .filter(sanction -> sanction.kind() == Kind.SUSPENSION && sanction.served())
                        .max(Comparator.comparing(sanction -> Objects.requireNonNull(sanction.to())))
                : open.stream().reduce(Sanctions::joined);
    }

    private static Sanction joined(Sanction first, Sanction next) {
        LocalDate end = first.to();
        boolean apart = end != null && next.from().isAfter(end);
        return apart ? first : first.until(later(end, next.to()));
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }

    private @Nullable String endReason() {
        return all.stream()
                .flatMap(sanction -> Stream.ofNullable(sanction.end()))
                .max(Comparator.comparing(Sanction.End::at))
                .map(Sanction.End::reason)
                .orElse(null);
    }

    private Sanctions each(Predicate<Sanction> which, UnaryOperator<Sanction> change) {
        return new Sanctions(all.stream()
                .map(sanction -> which.test(sanction) ? change.apply(sanction) : sanction)
                .toList());
    }
}
