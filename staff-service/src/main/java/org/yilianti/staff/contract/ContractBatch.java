package org.yilianti.staff.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Recording;

/** Judges a batch of rows in order, each against what is believed with the earlier ones taken; touches no database. */
class ContractBatch {

    private final Editor editor;
    private final Known known;
    private final Recording recording;
    private final Map<MemberId, List<Contract>> believed = new HashMap<>();
    private final List<Contract> superseded = new ArrayList<>();
    private final List<Contract> written = new ArrayList<>();
    private Taken taken = Taken.NOTHING;

    ContractBatch(Editor editor, Known known, List<Contract> contracts, Recording recording) {
        this.editor = editor;
        this.known = known;
        this.recording = recording;
        contracts.forEach(contract -> of(contract.member()).add(contract));
    }

    /**
     * What rows refer to.
     *
     * @param people locked, in sight or not
     * @param seen staff numbers of those whom the editor may give a first contract
     */
    record Known(Map<String, MemberId> people, Set<String> seen, Map<String, InstitutionId> employers) {}

    void take(Entry entry) {
        ContractDetails details = ContractDetails.read(entry);
        String staffNo = entry.text("staffNo", 50);
        String code = entry.text("institutionCode", 50);
        MemberId member = known.people().get(staffNo);
        InstitutionId employer = known.employers().get(code);
        if (!code.isEmpty() && employer == null) {
            entry.fault("institutionCode", "unknown-institution", code);
        } else if (!code.isEmpty() && !editor.scope().permits(code)) {
            entry.fault("institutionCode", "outside-scope", code);
        }
        if (!staffNo.isEmpty() && member == null) {
            entry.fault("staffNo", "unknown-member", staffNo);
        }
        if (!entry.faulty() && member != null && employer != null) {
            judged(entry, staffNo, member, new InstitutionRef(employer, code), details);
        }
    }

    private void judged(
            Entry entry, String staffNo, MemberId member, InstitutionRef employer, ContractDetails details) {
        List<Contract> ofEmployer = of(member).stream()
                .filter(contract -> contract.employer().equals(employer))
                .toList();
        Optional<Contract> same = ofEmployer.stream()
                .filter(contract ->
                        contract.details().valid().from().equals(details.valid().from()))
                .findFirst();
        if (same.isEmpty() && !known.seen().contains(staffNo)) {
            entry.fault("staffNo", "unknown-member", staffNo);
        }
        ofEmployer.stream()
                .filter(contract ->
                        same.isEmpty() || !contract.id().equals(same.get().id()))
                .filter(contract -> contract.details().valid().overlaps(details.valid()))
                .findFirst()
                .ifPresent(other -> entry.fault(
                        "validFrom",
                        "contract-overlaps",
                        other.details().valid().from()));
        if (!entry.faulty()) {
            same.ifPresentOrElse(
                    contract -> correct(contract, details), () -> conclude(member, employer, details, ofEmployer));
        }
    }

    private void correct(Contract contract, ContractDetails details) {
        Contract next = contract.corrected(details, recording);
        if (next.revision() == contract.revision()) {
            taken = taken.plus(new Taken(0, 0, 1));
            return;
        }
        superseded.add(contract.superseded(next.recording()));
        of(contract.member()).remove(contract);
        write(next, new Taken(0, 1, 0));
    }

    private void conclude(
            MemberId member, InstitutionRef employer, ContractDetails details, List<Contract> ofEmployer) {
        UUID renews = renewed(ofEmployer, details);
        write(Contract.made(editor.association(), member, employer, details, renews, recording), new Taken(1, 0, 0));
    }

    /** The contract that ends when this one begins, unless another renews it already. */
    private static @Nullable UUID renewed(List<Contract> ofEmployer, ContractDetails details) {
        return ofEmployer.stream()
                .filter(contract ->
                        details.valid().from().equals(contract.details().valid().to()))
                .map(Contract::id)
                .filter(id -> ofEmployer.stream().noneMatch(other -> id.equals(other.renews())))
                .findFirst()
                .orElse(null);
    }

    private void write(Contract contract, Taken as) {
        of(contract.member()).add(contract);
        written.add(contract);
        taken = taken.plus(as);
    }

    private List<Contract> of(MemberId member) {
        return believed.computeIfAbsent(member, none -> new ArrayList<>());
    }

    List<Contract> superseded() {
        return superseded;
    }

    List<Contract> written() {
        return written;
    }

    Taken taken() {
        return taken;
    }
}
