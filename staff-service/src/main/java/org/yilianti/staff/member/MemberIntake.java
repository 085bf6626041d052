package org.yilianti.staff.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.entry.Turn;

/** Takes people from a file, a batch at a time in the import's transaction, hundreds with each statement. */
@Component
public class MemberIntake {

    private final MemberRepository members;
    private final AppointmentRepository appointments;
    private final RegisteringOffice offices;
    private final PostFit posts;
    private final MemberAnnouncements announcements;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;

    MemberIntake(
            MemberRepository members,
            AppointmentRepository appointments,
            RegisteringOffice offices,
            PostFit posts,
            MemberAnnouncements announcements,
            AuditTrail audit,
            AssociationCalendar calendar) {
        this.members = members;
        this.appointments = appointments;
        this.offices = offices;
        this.posts = posts;
        this.announcements = announcements;
        this.audit = audit;
        this.calendar = calendar;
    }

    /** An entry, what it says and whom it concerns. */
    private record Candidate(
            Entry entry, MemberDetails details, @Nullable Member known) {}

    public Taken take(Editor editor, List<Entry> entries, Turn turn) {
        List<Candidate> candidates = candidates(editor, entries);
        judgeNationalIds(editor, candidates);
        judgeScope(editor, candidates);
        judgePosts(editor, candidates, turn);
        List<Member> registered = new ArrayList<>();
        List<Member> revised = new ArrayList<>();
        List<AuditRecord> traces = new ArrayList<>();
        int unchanged = 0;
        for (Candidate candidate : candidates) {
            Member known = candidate.known();
            if (known == null && !candidate.entry().faulty()) {
                var office = editor.scope().all() ? null : offices.of(editor, candidate.entry());
                if (!candidate.entry().faulty()) {
                    registered.add(Member.registered(editor.association(), candidate.details(), office));
                }
            } else if (known != null && !candidate.entry().faulty()) {
                Member next = known.revised(candidate.details());
                if (next.version() > known.version()) {
                    revised.add(next);
                    traces.add(MemberTrace.of(editor, "member.revised", next, known));
                } else {
                    unchanged++;
                }
            }
        }
        turn.judged();
        members.insert(registered);
        members.update(revised);
        announcements.registered(registered);
        announcements.changed(revised);
        audit.record(traces);
        return new Taken(registered.size(), revised.size(), unchanged);
    }

    private List<Candidate> candidates(Editor editor, List<Entry> entries) {
        Map<String, Member> known = members.lockByStaffNo(
                editor.association(),
                entries.stream().map(entry -> entry.key("staffNo")).toList());
        LocalDate today = calendar.today();
        List<Candidate> candidates = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            Member member = known.get(entry.key("staffNo"));
            MemberDetails details =
                    MemberDetails.read(entry, Optional.ofNullable(member).map(Member::details), today);
            if (member != null && member.merged()) {
                entry.fault("staffNo", "member-merged", member.details().staffNo());
            } else if (member != null && member.closed()) {
                entry.fault("staffNo", "member-erased", member.details().staffNo());
            }
            candidates.add(new Candidate(entry, details, member));
        }
        return candidates;
    }

    /** A national id belongs to the person who has it already, or to the first row of the batch that is otherwise right. */
    private void judgeNationalIds(Editor editor, List<Candidate> candidates) {
        List<Candidate> sound = candidates.stream()
                .filter(candidate -> !candidate.entry().faulty())
                .toList();
        Map<NationalId, String> owners = new HashMap<>(members.owners(
                editor.association(),
                sound.stream()
                        .map(candidate -> candidate.details().nationalId())
                        .toList()));
        for (Candidate candidate : sound) {
            String staffNo = candidate.details().staffNo();
            String owner = owners.putIfAbsent(candidate.details().nationalId(), staffNo);
            if (owner != null && !owner.equals(staffNo)) {
                candidate.entry().fault("nationalId", "duplicate-national-id");
            }
        }
    }

    /** Who holds which post is judged with what was taken before. */
    private void judgePosts(Editor editor, List<Candidate> candidates, Turn turn) {
        List<PostFit.Change> changes = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Member known = candidate.known();
            if (known != null && !candidate.entry().faulty()) {
                changes.add(new PostFit.Change(candidate.entry(), known, known.revised(candidate.details())));
            }
        }
        if (changes.stream().anyMatch(PostFit.Change::concernsPosts)) {
            turn.await();
            posts.judge(editor.association(), changes);
        }
    }

    private void judgeScope(Editor editor, List<Candidate> candidates) {
        if (editor.scope().all()) {
            return;
        }
        Sight sight = Sight.of(editor.scope(), calendar.today());
        Map<MemberId, List<Appointment>> believed = appointments.believedOf(candidates.stream()
                .map(Candidate::known)
                .flatMap(known -> Optional.ofNullable(known).stream())
                .map(Member::id)
                .toList());
        for (Candidate candidate : candidates) {
            Member known = candidate.known();
            if (known != null && !sight.reaches(known, believed.getOrDefault(known.id(), List.of()))) {
                candidate
                        .entry()
                        .fault("staffNo", "outside-scope", known.details().staffNo());
            }
        }
    }
}
