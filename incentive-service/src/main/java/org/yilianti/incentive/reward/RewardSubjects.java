package org.yilianti.incentive.reward;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.payrun.SettledPay;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;

/** Finds whom a case is to be about. */
@Component
class RewardSubjects {

    private final JdbcClient jdbc;
    private final SettledPay settled;

    RewardSubjects(JdbcClient jdbc, SettledPay settled) {
        this.jdbc = jdbc;
        this.settled = settled;
    }

    private record Person(UUID id, @Nullable UUID mainInstitution) {}

    /**
     * The institution, or a person who mainly serves there or was paid there last.
     *
     * @param staffNo null for the institution
     * @throws Refusal 422 when one is not known, or the person has nothing to do with the institution
     */
    RewardSubject find(UUID association, String institutionCode, @Nullable String staffNo) {
        UUID institution = jdbc.sql("select id from directory_institution where association_id = ? and code = ?")
                .params(Ids.bytes(association), institutionCode)
                .query((row, number) -> Ids.uuid(row.getBytes(1)))
                .optional()
                .orElseThrow(() -> Refusal.invalid("reward.institution-unknown", institutionCode)
                        .at("/institutionCode"));
        if (staffNo == null) {
            return new RewardSubject(institution, institutionCode, null, null);
        }
        Person person = jdbc.sql("""
                        select id, main_institution_id from directory_member where association_id = ? and staff_no = ?
                        """)
                .params(Ids.bytes(association), staffNo)
                .query((row, number) -> new Person(
                        Ids.uuid(row.getBytes(1)), row.getBytes(2) == null ? null : Ids.uuid(row.getBytes(2))))
                .optional()
                .filter(one -> servesAt(association, institution, one))
                .orElseThrow(() -> Refusal.invalid("reward.person-unknown", staffNo, institutionCode)
                        .at("/staffNo"));
        return new RewardSubject(institution, institutionCode, person.id(), staffNo);
    }

    private boolean servesAt(UUID association, UUID institution, Person person) {
        return institution.equals(person.mainInstitution())
                || settled.newest(association, institution)
                        .map(run -> settled.served(run, person.id(), institution))
                        .orElse(false);
    }
}
