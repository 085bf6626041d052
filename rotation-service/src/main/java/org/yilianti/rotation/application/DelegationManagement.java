package org.yilianti.rotation.application;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.notification.Notice;
import org.yilianti.rotation.notification.Notifications;
import org.yilianti.rotation.notification.Recipient;

/** Lends the power to decide, and takes it back. */
@Component
@Transactional
public class DelegationManagement {

    private static final int LONGEST_DAYS = 366;

    private final Delegations delegations;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Clock clock;

    DelegationManagement(Delegations delegations, Notifications notifications, AuditTrail audit, Clock clock) {
        this.delegations = delegations;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** Callers lend what they hold by grant or by delegation; administrators name a substitute for somebody absent. */
    public Delegation delegate(Caller caller, DelegationWish wish) {
        String absent = wish.absent();
        String delegator = absent == null ? caller.name() : absent;
        if (wish.delegate().equals(delegator) || wish.delegate().equals(caller.name())) {
            throw Refusal.invalid("delegation.self").at("/delegate");
        }
        if (wish.period().from().plusDays(LONGEST_DAYS).isBefore(endOf(wish.period()))) {
            throw Refusal.invalid("delegation.too-long", LONGEST_DAYS).at("/validTo");
        }
        var delegation = new Delegation(
                Ids.next(),
                caller.association(),
                delegator,
                absent == null ? caller.staffNo() : wish.absentStaffNo(),
                wish.delegate(),
                caller.name(),
                wish.role(),
                wish.institutionCode(),
                wish.period(),
                absent == null ? parent(caller, wish) : substituted(caller),
                wish.reason(),
                null);
        delegations.insert(delegation);
        record(caller, "delegation.given", delegation);
        notifications.tell(
                caller.association(),
                Notice.of(
                        "delegation-given",
                        "practice-delegation",
                        delegation.id(),
                        delegator,
                        wish.institutionCode(),
                        wish.period().from(),
                        endOf(wish.period())),
                Recipient.account(wish.delegate()));
        return delegation;
    }

    /** Whoever has lent it, or an administrator, takes it back at once; what has been decided stays. */
    public Delegation revoke(Caller caller, UUID id, @Nullable ExpectedVersion expected) {
        Delegation found = delegations
                .find(caller.association(), id)
                .filter(one -> caller.scope(Role.ASSOCIATION_ADMIN).all()
                        || List.of(one.delegator(), one.appointedBy()).contains(caller.name()))
                .orElseThrow(() -> Refusal.notFound("delegation.unknown", id));
        ExpectedVersion.checkIfSent(expected, found.version());
        delegations.revoke(id, clock.instant());
        record(caller, "delegation.revoked", found);
        return delegations.find(caller.association(), id).orElseThrow();
    }

    /** Null when the caller holds the power by grant, else the delegation by which they do. */
    private @Nullable UUID parent(Caller caller, DelegationWish wish) {
        InstitutionScope own = caller.scope(wish.role());
        if (wish.institutionCode().equals("*") ? own.all() : own.permits(wish.institutionCode())) {
            return null;
        }
        var today = AssociationZone.dayOf(clock.instant());
        List<Delegation> held = delegations.heldBy(caller.association(), caller.name(), today).stream()
                .filter(one -> one.role() == wish.role()
                        && List.of("*", wish.institutionCode()).contains(one.institutionCode()))
                .toList();
        if (held.isEmpty()) {
            throw Refusal.forbidden("access.institution", wish.institutionCode());
        }
        List<Delegation> chain =
                delegations.chain(held.getFirst(), today).orElseThrow(() -> Refusal.forbidden("delegation.broken"));
        if (chain.size() >= Delegations.LONGEST_CHAIN) {
            throw Refusal.invalid("delegation.chain-too-long", Delegations.LONGEST_CHAIN);
        }
        if (chain.stream()
                .anyMatch(link -> List.of(link.delegator(), link.appointedBy()).contains(wish.delegate()))) {
            throw Refusal.invalid("delegation.circle", wish.delegate()).at("/delegate");
        }
        return held.getFirst().id();
    }

    private static @Nullable UUID substituted(Caller caller) {
        if (!caller.scope(Role.ASSOCIATION_ADMIN).all()) {
            throw Refusal.forbidden("access.institution", "*");
        }
        return null;
    }

    private static java.time.LocalDate endOf(DatePeriod period) {
        return java.util.Objects.requireNonNull(period.to());
    }

    private void record(Caller caller, String action, Delegation one) {
        audit.record(AuditRecord.of(
                caller,
                action,
                "practice-delegation",
                one.id(),
                one.institutionCode().equals("*") ? null : one.institutionCode(),
                Map.of(
                        "delegator", one.delegator(),
                        "delegate", one.delegate(),
                        "role", one.role().claim(),
                        "institution", one.institutionCode(),
                        "period", one.period())));
    }
}
