package org.yilianti.staff.institution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;

/** Says what institutions are there for; each change is a version of the institution. */
@Service
public class FunctionManagement {

    private final InstitutionRepository institutions;
    private final Outbox outbox;
    private final AuditTrail audit;

    FunctionManagement(InstitutionRepository institutions, Outbox outbox, AuditTrail audit) {
        this.institutions = institutions;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Replaces all that is said of an institution's functions, past and to come; refuses (422) with every fault of every entry. */
    @Transactional
    public Institution position(Editor editor, InstitutionId id, ExpectedVersion expected, List<Entry> entries) {
        Institution known = institutions
                .lock(editor.association(), id)
                .filter(institution ->
                        editor.scope().permits(institution.details().code()))
                .orElseThrow(() -> Refusal.notFound("institution.unknown", id));
        expected.check(known.version());
        List<FunctionTerm> wanted = new ArrayList<>();
        for (Entry entry : entries) {
            FunctionTerm term = FunctionTerm.read(entry);
            if (!entry.faulty()) {
                term.judge(wanted, entry);
            }
            wanted.add(term);
        }
        refuseIfFaulty(entries);
        Institution positioned = known.positioned(wanted);
        if (positioned.version() > known.version()) {
            write(editor, List.of(positioned));
        }
        return positioned;
    }

    /** Takes functions from a file, a batch at a time in the import's transaction; a known first day corrects that one. */
    @Transactional
    public Taken take(Editor editor, List<Entry> entries) {
        Map<String, Institution> known = institutions.lockAll(editor.association()).stream()
                .collect(Collectors.toMap(institution -> institution.details().code(), Function.identity()));
        Map<String, List<FunctionTerm>> standing = new HashMap<>();
        Set<String> touched = new LinkedHashSet<>();
        Taken taken = Taken.NOTHING;
        for (Entry entry : entries) {
            String code = entry.text("institutionCode", 50);
            FunctionTerm term = FunctionTerm.read(entry);
            Institution institution = known.get(code);
            if (!code.isEmpty() && institution == null) {
                entry.fault("institutionCode", "unknown-institution", code);
            } else if (!code.isEmpty() && !editor.scope().permits(code)) {
                entry.fault("institutionCode", "outside-scope", code);
            }
            if (!entry.faulty() && institution != null) {
                List<FunctionTerm> terms =
                        standing.computeIfAbsent(code, none -> new ArrayList<>(institution.functions()));
                Taken one = put(term, terms, entry);
                taken = taken.plus(one);
                if (one.created() + one.changed() > 0) {
                    touched.add(code);
                }
            }
        }
        write(
                editor,
                touched.stream()
                        .flatMap(code -> Stream.ofNullable(known.get(code))
                                .map(institution -> institution.positioned(standing.getOrDefault(code, List.of()))))
                        .toList());
        return taken;
    }

    private static Taken put(FunctionTerm term, List<FunctionTerm> terms, Entry entry) {
        if (terms.contains(term)) {
            return new Taken(0, 0, 1);
        }
        List<FunctionTerm> others = terms.stream()
                .filter(other -> other.function() != term.function()
                        || !other.valid().from().equals(term.valid().from()))
                .toList();
        term.judge(others, entry);
        if (entry.faulty()) {
            return Taken.NOTHING;
        }
        boolean corrects = others.size() < terms.size();
        terms.retainAll(others);
        terms.add(term);
        return corrects ? new Taken(0, 1, 0) : new Taken(1, 0, 0);
    }

    private static void refuseIfFaulty(List<Entry> entries) {
        List<Violation> violations = IntStream.range(0, entries.size())
                .boxed()
                .flatMap(at -> entries.get(at).faults().stream()
                        .map(fault -> new Violation(
                                "/functions/" + at + "/" + fault.field(),
                                fault.code(),
                                fault.args().toArray())))
                .toList();
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
    }

    private void write(Editor editor, List<Institution> positioned) {
        institutions.update(positioned);
        institutions.saveFunctions(positioned);
        outbox.publish(positioned.stream().map(Institution::announcement).toList());
        audit.record(positioned.stream()
                .map(institution -> editor.did(
                        "institution.positioned",
                        "institution",
                        institution.id(),
                        institution.details().code(),
                        institution.functions()))
                .toList());
    }
}
