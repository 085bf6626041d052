package org.yilianti.staff.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.listing.TextKeys;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.training.CandidateRepository.Office;

/** Takes credits that were earned elsewhere from a file, a batch at a time in the import's transaction. */
@Component
public class CreditIntake {

    private final CreditRepository credits;
    private final CreditBook book;
    private final CandidateRepository candidates;
    private final MemberDirectory members;
    private final TextKeys texts;
    private final AssociationCalendar calendar;

    CreditIntake(
            CreditRepository credits,
            CreditBook book,
            CandidateRepository candidates,
            MemberDirectory members,
            TextKeys texts,
            AssociationCalendar calendar) {
        this.credits = credits;
        this.book = book;
        this.candidates = candidates;
        this.members = members;
        this.texts = texts;
        this.calendar = calendar;
    }

    /** Somebody's certificate, however its number is written. */
    private record Certificate(MemberId member, @Nullable String number) {}

    /**
     * What the entries of a batch refer to.
     *
     * @param people locked
     * @param numbers of certificates as the table compares them
     * @param certificates that are known, also by rows taken so far
     */
    private record Known(
            Map<String, MemberId> people,
            Map<MemberId, List<Office>> offices,
            Map<String, String> numbers,
            Map<Certificate, Credit> certificates) {

        Certificate certificate(MemberId member, @Nullable String evidence) {
            return new Certificate(member, numbers.get(evidence));
        }

        @Nullable InstitutionRef office(MemberId member, LocalDate day) {
            return offices.getOrDefault(member, List.of()).stream()
                    .filter(office -> office.valid().contains(day))
                    .map(Office::institution)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Takes each certificate once; one that is known with other content is a fault, since credits are annulled, never changed. */
    public Taken take(Editor editor, List<Entry> entries) {
        Known known = known(editor, entries);
        List<Credit> written = new ArrayList<>(entries.size());
        Taken taken = Taken.NOTHING;
        for (Entry entry : entries) {
            Credit.Details details = Credit.Details.read(entry, calendar.today());
            String staffNo = entry.text("staffNo", 50);
            MemberId member = known.people().get(staffNo);
            if (member == null && !staffNo.isEmpty()) {
                entry.fault("staffNo", "unknown-member", staffNo);
            }
            if (!entry.faulty() && member != null) {
                Optional<Credit> credit = told(editor, entry, known, member, details);
                credit.ifPresent(written::add);
                taken = taken.plus(
                        new Taken(credit.isPresent() ? 1 : 0, 0, credit.isEmpty() && !entry.faulty() ? 1 : 0));
            }
        }
        book.enter(editor, written);
        return taken;
    }

    private Optional<Credit> told(Editor editor, Entry entry, Known known, MemberId member, Credit.Details details) {
        Certificate certificate = known.certificate(member, details.evidence());
        Credit before = known.certificates().get(certificate);
        if (before != null) {
            if (!before.details().equals(details)) {
                entry.fault(
                        "evidence",
                        "credit-differs",
                        String.valueOf(before.details().evidence()));
            }
            return Optional.empty();
        }
        InstitutionRef office = known.office(member, details.earnedOn());
        if (office == null) {
            entry.fault("earnedOn", "enrolment.no-main-appointment");
            return Optional.empty();
        }
        Credit credit = Credit.recorded(book.by(editor), member, office, details, null);
        known.certificates().put(certificate, credit);
        return Optional.of(credit);
    }

    private Known known(Editor editor, List<Entry> entries) {
        Set<String> staffNos = new HashSet<>();
        Set<String> evidence = new HashSet<>();
        entries.forEach(entry -> {
            staffNos.add(entry.key("staffNo"));
            evidence.add(entry.key("evidence"));
        });
        Sight sight = Sight.of(editor.scope(), calendar.today());
        Map<String, MemberId> people = members.hold(editor.association(), sight, staffNos);
        List<Credit> certified = credits.certified(editor.association(), people.values(), evidence);
        certified.forEach(credit -> evidence.add(String.valueOf(credit.details().evidence())));
        Known known = new Known(
                people, candidates.offices(editor.association(), people.values()), texts.of(evidence), new HashMap<>());
        certified.forEach(credit -> known.certificates()
                .put(known.certificate(credit.member(), credit.details().evidence()), credit));
        return known;
    }
}
