package org.yilianti.rotation.repair;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.MemberRosters;

/** Finds who could take a duty over: everybody bound to its site that day, of its category and specialty. */
@Component
public class Replacements {

    private final LawfulPractice practice;
    private final Members members;
    private final MemberRosters rosters;

    Replacements(LawfulPractice practice, Members members, MemberRosters rosters) {
        this.practice = practice;
        this.members = members;
        this.rosters = rosters;
    }

    /** The best {@code limit} ways to fill the duty, now, without locks. */
    public Repair of(Duty duty, int limit) {
        List<UUID> sites = List.of(duty.institutionId());
        DatePeriod day = new DatePeriod(duty.date(), duty.date().plusDays(1));
        Set<UUID> ids = practice.memberIdsAt(duty.association(), sites, day);
        Set<UUID> fitting = members.byId(duty.association(), ids).values().stream()
                .filter(member -> fits(duty, member))
                .map(Member::id)
                .collect(Collectors.toSet());
        return new ReplacementSearch(
                        duty,
                        rosters.around(duty.association(), fitting, sites, duty.date(), duty.date())
                                .values())
                .repair(limit);
    }

    private static boolean fits(Duty duty, Member member) {
        return (duty.category() == null || duty.category() == member.category())
                && (duty.specialty() == null || duty.specialty().equals(member.specialty()));
    }
}
