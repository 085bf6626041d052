package org.yilianti.staff.reward.web;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.member.Member;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.reward.Reward;
import org.yilianti.staff.reward.Rewards;

/** Shows what rewards and punishments of a person stand. */
@RestController
class RewardController {

    private final Rewards rewards;
    private final MemberDirectory members;
    private final AssociationCalendar calendar;

    RewardController(Rewards rewards, MemberDirectory members, AssociationCalendar calendar) {
        this.rewards = rewards;
        this.members = members;
        this.calendar = calendar;
    }

    /** Newest first; what was revoked is not among them. */
    @GetMapping("/v1/members/{id}/rewards")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR, Role.STAFF})
    List<Reward> list(Caller caller, @PathVariable UUID id) {
        MemberId member = members.find(caller.association(), Sight.of(caller, calendar.today()), new MemberId(id))
                .map(Member::id)
                .orElseThrow(() -> Refusal.notFound("member.unknown", id));
        return rewards.ofMember(caller.association(), member);
    }
}
