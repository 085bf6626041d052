package org.yilianti.staff.remediation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.contract.Contract;
import org.yilianti.staff.contract.ContractManagement;
import org.yilianti.staff.contract.ContractRepository;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.member.Appointment;
import org.yilianti.staff.member.AppointmentId;
import org.yilianti.staff.member.AppointmentManagement;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.remediation.RemediationCase.Consequence;
import org.yilianti.staff.remediation.RemediationCase.Decision;

/**
 * Brings about what was decided, through the verbs of appointments and contracts: a transfer ends the post of the case, the end of the
 * contract ends every post that the person holds there and the contract itself, if one is recorded.
 */
@Component
class DecidedEnds {

    private final DecidedEndRepository ends;
    private final MemberDirectory members;
    private final AppointmentManagement appointments;
    private final ContractRepository contracts;
    private final ContractManagement agreements;

    DecidedEnds(
            DecidedEndRepository ends,
            MemberDirectory members,
            AppointmentManagement appointments,
            ContractRepository contracts,
            ContractManagement agreements) {
        this.ends = ends;
        this.members = members;
        this.appointments = appointments;
        this.contracts = contracts;
        this.agreements = agreements;
    }

    /** Ends what holds on the day decided; refuses (409) when the post of the case does not, and (403, 404) outside the editor's scope. */
    List<DecidedEnd> bringAbout(Editor editor, RemediationCase decided, Decision decision) {
        LocalDate day = decision.effectiveOn();
        Entry how = Entry.form(
                "validTo", day, "reason", String.valueOf(decision.by().note()));
        List<DecidedEnd> brought = new ArrayList<>();
        for (UUID post : posts(decided, decision)) {
            Appointment ended = appointments.end(editor, new AppointmentId(post), how);
            brought.add(new DecidedEnd(DecidedEnd.Kind.APPOINTMENT, post, ended.revision()));
        }
        if (decision.consequence() == Consequence.CONTRACT_END) {
            contracts.believedOf(List.of(decided.member())).stream()
                    .filter(contract -> contract.employer().equals(decided.institution()))
                    .filter(contract -> endsBy(contract.details().valid(), day))
                    .map(contract -> agreements.end(editor, contract.id(), how))
                    .map(DecidedEnds::of)
                    .forEach(brought::add);
        }
        brought.forEach(end -> ends.insert(decided, end));
        return brought;
    }

    /** What was believed before is believed again; refuses (409) when any of it has changed since. */
    List<DecidedEnd> takeBack(Editor editor, RemediationCase decided, String reason) {
        List<DecidedEnd> known = ends.of(decided.id());
        for (DecidedEnd end : known) {
            switch (end.kind()) {
                case APPOINTMENT ->
                    appointments.reinstate(editor, new AppointmentId(end.subject()), end.revision(), reason);
                case CONTRACT -> agreements.reinstate(editor, end.subject(), end.revision(), reason);
            }
        }
        ends.delete(decided.id());
        return known;
    }

    private List<UUID> posts(RemediationCase decided, Decision decision) {
        List<Appointment> held = members.appointments(List.of(decided.member())).stream()
                .filter(post -> post.institution().equals(decided.institution().id()))
                .filter(post -> endsBy(post.details().valid(), decision.effectiveOn()))
                .toList();
        List<UUID> ids = held.stream().map(post -> post.id().value()).toList();
        if (!ids.contains(decided.appointment())) {
            throw Refusal.conflict("remediation.post-ended", decided.appointment(), decision.effectiveOn())
                    .at("/effectiveOn");
        }
        return decision.consequence() == Consequence.TRANSFER ? List.of(decided.appointment()) : ids;
    }

    /** Began before the day and holds on it, so that it can end then. */
    private static boolean endsBy(DatePeriod valid, LocalDate day) {
        return valid.from().isBefore(day) && valid.contains(day);
    }

    private static DecidedEnd of(Contract ended) {
        return new DecidedEnd(DecidedEnd.Kind.CONTRACT, ended.id(), ended.revision());
    }
}
