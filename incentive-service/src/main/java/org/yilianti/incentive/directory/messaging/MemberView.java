package org.yilianti.incentive.directory.messaging;

import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.directory.Member;
import org.yilianti.platform.inbox.Received;

/** What is read of {@code staff.member-changed.v1}. */
record MemberView(
        String staffNo,
        String name,
        @Nullable String nameLatin,
        String category,
        String title,
        @Nullable String sex) {

    static Member member(Received<MemberView> event) {
        MemberView body = event.body();
        return new Member(
                event.aggregate(),
                event.association(),
                event.version(),
                body.staffNo(),
                body.name(),
                body.nameLatin(),
                body.category(),
                body.title(),
                body.sex());
    }
}
