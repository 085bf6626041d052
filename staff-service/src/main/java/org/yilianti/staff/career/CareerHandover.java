package org.yilianti.staff.career;

import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MergedRecords;

/** Hands over the promotion cases of a person who was registered twice, and sums up their service. */
@Component
class CareerHandover implements MergedRecords {

    private final PromotionRepository promotions;
    private final CareerRepository careers;

    CareerHandover(PromotionRepository promotions, CareerRepository careers) {
        this.promotions = promotions;
        this.careers = careers;
    }

    /** Refuses (409) while both have an undecided or coming promotion. */
    @Override
    public void handOver(Editor editor, MemberId duplicate, MemberId survivor) {
        if (promotions.undecided(duplicate) && promotions.undecided(survivor)) {
            throw Refusal.conflict("promotion.both-open").at("/duplicateId");
        }
        promotions.handOver(editor.association(), duplicate, survivor);
        careers.handOver(editor.association(), duplicate, survivor);
    }
}
