package org.yilianti.incentive.appeal;

import java.time.LocalDate;
import java.util.UUID;

/** State event {@code incentive.pay-appeal-changed.v1}: an appeal after a change, without what people wrote. */
record AppealChanged(
        UUID id,
        UUID associationId,
        long version,
        UUID payRunId,
        UUID memberId,
        UUID institutionId,
        String indicator,
        String status,
        LocalDate dueOn) {

    static final String TOPIC = "incentive.pay-appeals";
    static final String TYPE = "incentive.pay-appeal-changed.v1";

    static AppealChanged of(Appeal one) {
        return new AppealChanged(
                one.id(),
                one.association(),
                one.version(),
                one.run().value(),
                one.member(),
                one.institution(),
                one.indicator(),
                one.status().code(),
                one.due());
    }
}
