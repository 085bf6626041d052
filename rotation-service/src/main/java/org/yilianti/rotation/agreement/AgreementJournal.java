package org.yilianti.rotation.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;

/** Writes agreements down: as they now are, version by version of their terms, and what was known of them when. */
@Repository
class AgreementJournal {

    private final JdbcTemplate batches;
    private final AgreementHistory history;
    private final AgreementRows rows;
    private final AgreementVersions versions;

    AgreementJournal(JdbcTemplate batches, AgreementHistory history, AgreementRows rows, AgreementVersions versions) {
        this.batches = batches;
        this.history = history;
        this.rows = rows;
        this.versions = versions;
    }

    void insert(PracticeAgreement agreement) {
        AgreementTerms terms = agreement.terms();
        batches.update(
                """
                insert into practice_agreement (id, association_id, version, application_id, member_id, home_institution_id,
                    host_institution_id, valid_from, valid_to, weekly_hours, tasks, home_percent, host_percent, member_percent,
                    policy_number, insurer, cover_fen, insured_to, status, status_reason, status_from, status_causes)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Ids.bytes(agreement.id()),
                Ids.bytes(agreement.association()),
                agreement.version(),
                Ids.bytes(agreement.applicationId()),
                Ids.bytes(agreement.memberId()),
                Ids.bytes(agreement.homeInstitutionId()),
                Ids.bytes(agreement.hostInstitutionId()),
                terms.term().from(),
                terms.validTo(),
                terms.weeklyHours(),
                terms.tasks(),
                terms.liability().homePercent(),
                terms.liability().hostPercent(),
                terms.liability().memberPercent(),
                terms.insurance().policyNumber(),
                terms.insurance().insurer(),
                terms.insurance().cover().fen(),
                terms.insurance().validTo(),
                agreement.standing().status().code(),
                agreement.standing().reason(),
                agreement.standing().from(),
                rows.causes(agreement.standing()));
        versions.insert(agreement.id(), agreement.versions());
        history.remember(List.of(agreement.id()));
    }

    /** Keeps the versions after number {@code known}; the agreement's own row shows what was agreed last, for queries. */
    void keepTerms(PracticeAgreement agreement, int known) {
        AgreementTerms terms = agreement.terms();
        versions.insert(
                agreement.id(),
                agreement.versions().subList(known, agreement.versions().size()));
        batches.update(
                """
                update practice_agreement set version = ?, valid_to = ?, weekly_hours = ?, tasks = ?, home_percent = ?, host_percent = ?,
                    member_percent = ?, policy_number = ?, insurer = ?, cover_fen = ?, insured_to = ? where id = ?
                """,
                agreement.version(),
                terms.validTo(),
                terms.weeklyHours(),
                terms.tasks(),
                terms.liability().homePercent(),
                terms.liability().hostPercent(),
                terms.liability().memberPercent(),
                terms.insurance().policyNumber(),
                terms.insurance().insurer(),
                terms.insurance().cover().fen(),
                terms.insurance().validTo(),
                Ids.bytes(agreement.id()));
        history.remember(List.of(agreement.id()));
    }

    /** Keeps the new standing of agreements that were read under their members' locks. */
    void update(List<PracticeAgreement> changed) {
        batches.batchUpdate("""
                update practice_agreement set version = ?, status = ?, status_reason = ?, status_from = ?, status_causes = ?
                where id = ?
                """, changed.stream().map(this::changedColumns).toList());
        history.remember(changed.stream().map(PracticeAgreement::id).toList());
    }

    private @Nullable Object[] changedColumns(PracticeAgreement agreement) {
        AgreementStanding standing = agreement.standing();
        return new @Nullable Object[] {
            agreement.version(),
            standing.status().code(),
            standing.reason(),
            standing.from(),
            rows.causes(standing),
            Ids.bytes(agreement.id())
        };
    }
}
