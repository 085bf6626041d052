package org.yilianti.staff.reward;

import org.springframework.stereotype.Component;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MergedRecords;

/** Lets the rewards and punishments of a person who was registered twice count together. */
@Component
class RewardHandover implements MergedRecords {

    private final Rewards rewards;

    RewardHandover(Rewards rewards) {
        this.rewards = rewards;
    }

    @Override
    public void handOver(Editor editor, MemberId duplicate, MemberId survivor) {
        rewards.handOver(editor.association(), duplicate, survivor);
    }
}
