package org.yilianti.staff.career;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MergedRecords;

/** Hands over the promotion cases of a person who was registered twice, and sums up their service. */
@Component
class CareerHandover implements MergedRecords {

    private final PromotionRepository promotions;
    private final CareerRepository careers;
    private final Outbox outbox;

    CareerHandover(PromotionRepository promotions, CareerRepository careers, Outbox outbox) {
        this.promotions = promotions;
        this.careers = careers;
        this.outbox = outbox;
    }

    /** Refuses (409) while both have an undecided or coming promotion. */
    @Override
    public void handOver(Editor editor, MemberId duplicate, MemberId survivor) {
        if (promotions.undecided(duplicate) && promotions.undecided(survivor)) {
            throw Refusal.conflict("promotion.both-open").at("/duplicateId");
        }
        List<UUID> moved = promotions.ofMember(editor.association(), duplicate).stream()
                .map(PromotionCase::id)
                .toList();
        promotions.handOver(editor.association(), duplicate, survivor);
        outbox.publish(promotions.ofMember(editor.association(), survivor).stream()
                .filter(promotion -> moved.contains(promotion.id()))
                .map(PromotionChanged::announcement)
                .toList());
        careers.handOver(editor.association(), duplicate, survivor);
    }
}
