package org.yilianti.staff.member;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionId;

/** Judges a batch of entries in order, each against what is believed with the earlier ones taken; touches no database. */
class AppointmentBatch {

    private final Sight sight;
    private final Map<String, Member> members;
    private final Map<String, Appointment> byExternalId;
    private final Map<MemberId, List<Appointment>> believed = new HashMap<>();
    private final Map<String, InstitutionId> institutions;
    private final List<AppointmentPolicy> policies;
    private final List<AppointmentControl.Ledger> ledgers;
    private final Recording recording;
    private final List<Appointment> superseded = new ArrayList<>();
    private final List<Appointment> written = new ArrayList<>();
    private final Map<MemberId, Member> touched = new LinkedHashMap<>();
    private Taken taken = Taken.NOTHING;

    AppointmentBatch(
            Sight sight,
            Map<String, Member> members,
            Map<String, Appointment> byExternalId,
            Map<MemberId, List<Appointment>> believed,
            Map<String, InstitutionId> institutions,
            List<AppointmentPolicy> policies,
            List<AppointmentControl.Ledger> ledgers,
            Recording recording) {
        this.sight = sight;
        this.members = members;
        this.byExternalId = byExternalId;
        believed.forEach((member, appointments) -> this.believed.put(member, new ArrayList<>(appointments)));
        this.institutions = institutions;
        this.policies = policies;
        this.ledgers = ledgers;
        this.recording = recording;
    }

    void take(Entry entry) {
        AppointmentDetails details = AppointmentDetails.read(entry, entry.text("externalId", 50));
        String staffNo = entry.text("staffNo", 50);
        Member member = members.get(staffNo);
        InstitutionId institution = institutions.get(details.institutionCode());
        Appointment known = byExternalId.get(details.externalId());
        if (!staffNo.isEmpty() && (member == null || !sight.reaches(member, of(member)))) {
            entry.fault("staffNo", "unknown-member", staffNo);
        }
        if (!details.institutionCode().isEmpty() && institution == null) {
            entry.fault("institutionCode", "unknown-institution", details.institutionCode());
        }
        if (entry.faulty() || member == null || institution == null) {
            return;
        }
        judge(entry, details, member, known);
        if (!entry.faulty()) {
            write(details, member, institution, known);
        }
    }

    private void judge(Entry entry, AppointmentDetails details, Member member, @Nullable Appointment known) {
        if (!sight.offices().permits(details.institutionCode())) {
            entry.fault("institutionCode", "outside-scope", details.institutionCode());
        }
        if (known != null && !known.member().equals(member.id())) {
            entry.fault("staffNo", "other-member", details.externalId());
        } else if (known != null && !sight.offices().permits(known.details().institutionCode())) {
            entry.fault("externalId", "outside-scope", known.details().institutionCode());
        }
        List<AppointmentDetails> others = of(member).stream()
                .filter(appointment -> known == null || !appointment.id().equals(known.id()))
                .map(Appointment::details)
                .toList();
        policies.forEach(policy -> policy.objection(details, others).ifPresent(entry::fault));
        if (!entry.faulty()) {
            ledgers.forEach(
                    ledger -> ledger.objection(member, details, idOf(known)).ifPresent(entry::fault));
        }
    }

    private void write(
            AppointmentDetails details, Member member, InstitutionId institution, @Nullable Appointment known) {
        Appointment next = known == null
                ? Appointment.made(member.id(), institution, details, recording)
                : known.corrected(institution, details, recording);
        if (known != null && next.revision() == known.revision()) {
            taken = taken.plus(new Taken(0, 0, 1));
            return;
        }
        if (known != null) {
            superseded.add(known.supersededBy(next));
            of(member).removeIf(appointment -> appointment.id().equals(known.id()));
        }
        taken = taken.plus(known == null ? new Taken(1, 0, 0) : new Taken(0, 1, 0));
        of(member).add(next);
        ledgers.forEach(ledger -> ledger.taken(member, details, idOf(known)));
        written.add(next);
        touched.put(member.id(), member);
    }

    private static @Nullable AppointmentId idOf(@Nullable Appointment known) {
        return known == null ? null : known.id();
    }

    /** What is believed of a member's appointments with this batch, in the order of beginning. */
    List<Appointment> believed(MemberId member) {
        return believed.getOrDefault(member, List.of()).stream()
                .sorted(Comparator.comparing((Appointment appointment) ->
                                appointment.details().valid().from())
                        .thenComparing(appointment -> appointment.id().toString()))
                .toList();
    }

    private List<Appointment> of(Member member) {
        return believed.computeIfAbsent(member.id(), none -> new ArrayList<>());
    }

    List<Appointment> superseded() {
        return superseded;
    }

    List<Appointment> written() {
        return written;
    }

    /** Members with a new, changed or ended appointment, as they were before. */
    Collection<Member> touched() {
        return touched.values();
    }

    Taken taken() {
        return taken;
    }
}
