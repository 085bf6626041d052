package org.yilianti.staff.recruitment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.database.RowInsertion;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.personal.PersonalDataCipher;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.NationalId;
import org.yilianti.staff.recruitment.Application.Hire;
import org.yilianti.staff.recruitment.Application.Offer;
import tools.jackson.databind.ObjectMapper;

/** The table of applications; the lock of their campaign keeps changes in order. */
@Repository
public class ApplicationRepository {

    private static final String FORGET = """
            update recruitment_application set name = '已删除', external_id = lower(concat_ws('-', substr(hex(id), 1, 8),
                substr(hex(id), 9, 4), substr(hex(id), 13, 4), substr(hex(id), 17, 4), substr(hex(id), 21))), name_latin = null, birth_date = makedate(year(birth_date), 1),
                national_id_sealed = null, national_id_hash = null, phone_sealed = null, licence_number = null, forgotten_at = ?
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final RowInsertion insertion;
    private final ApplicationRow rows;
    private final PersonalDataCipher cipher;
    private final ObjectMapper json;

    ApplicationRepository(
            JdbcClient jdbc, JdbcTemplate batches, ApplicationRow rows, PersonalDataCipher cipher, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.insertion = new RowInsertion(
                batches,
                "recruitment_application",
                "id, association_id, version, external_id, campaign_id, position_id, institution_id, name, name_latin, sex, birth_date, "
                        + "national_id_sealed, national_id_hash, phone_sealed, education, title, title_since, specialty, licence_number, "
                        + "grounds, state, applied_at, applied_by");
        this.rows = rows;
        this.cipher = cipher;
        this.json = json;
    }

    Optional<Application> find(UUID association, UUID id) {
        return jdbc.sql(ApplicationRow.SELECT + "where a.association_id = ? and a.id = ?")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(rows::read)
                .optional();
    }

    /** Those by which somebody came. */
    List<Application> hired(UUID association, MemberId member) {
        return jdbc.sql(ApplicationRow.SELECT + "where a.association_id = ? and a.member_id = ? order by a.id")
                .params(Ids.bytes(association), member.bytes())
                .query(rows::read)
                .list();
    }

    /** All of a campaign that have not left. */
    List<Application> standing(UUID campaign) {
        return jdbc.sql(ApplicationRow.SELECT + "where a.campaign_id = ? and a.state <> 'withdrawn' order by a.id")
                .param(Ids.bytes(campaign))
                .query(rows::read)
                .list();
    }

    /** Those for a position that may compete and neither have nor had a place. */
    List<Application> waiting(UUID position) {
        return jdbc.sql(ApplicationRow.SELECT + "where a.position_id = ? and a.state = 'eligible'")
                .param(Ids.bytes(position))
                .query(rows::read)
                .list();
    }

    /** How many of a campaign have an offer to answer or wait to be appointed. */
    long pending(UUID campaign) {
        return jdbc.sql("""
                        select count(*) from recruitment_application
                        where campaign_id = ? and state in ('offered', 'accepted')
                        """).param(Ids.bytes(campaign)).query(Long.class).single();
    }

    /** Those of a campaign that have these ids. */
    List<Application> of(UUID campaign, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(ApplicationRow.SELECT + "where a.campaign_id = :campaign and a.id in (:ids) order by a.id")
                        .param("campaign", Ids.bytes(campaign))
                        .param("ids", ids.stream().map(Ids::bytes).toList())
                        .query(rows::read)
                        .list();
    }

    /** Whether somebody with this number has an application in the campaign that was not withdrawn. */
    boolean applied(UUID campaign, NationalId number) {
        return jdbc.sql("""
                                select count(*) from recruitment_application
                                where campaign_id = ? and national_id_hash = ? and standing = 1
                                """)
                        .params(Ids.bytes(campaign), cipher.lookupHash(number.value()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** An application by its campaign and external id. */
    record Numbered(UUID campaign, String externalId) {}

    /** Somebody who applied in a campaign, by the keyed hash of the number. */
    record Applied(UUID campaign, String hash) {}

    Applied applicant(UUID campaign, NationalId number) {
        return new Applied(campaign, HexFormat.of().formatHex(cipher.lookupHash(number.value())));
    }

    /** Those of these campaigns that have these external ids. */
    Map<Numbered, Application> named(Collection<UUID> campaigns, Collection<String> externalIds) {
        if (campaigns.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(ApplicationRow.SELECT + "where a.campaign_id in (:campaigns) and a.external_id in (:externalIds)")
                .param("campaigns", campaigns.stream().map(Ids::bytes).toList())
                .param("externalIds", externalIds)
                .query(rows::read)
                .list()
                .stream()
                .collect(Collectors.toMap(one -> new Numbered(one.campaign(), one.externalId()), Function.identity()));
    }

    /** Who of those with these numbers has an application in one of the campaigns that was not withdrawn. */
    Set<Applied> applied(Collection<UUID> campaigns, Collection<String> numbers) {
        Set<Applied> applied = new HashSet<>();
        if (!campaigns.isEmpty()) {
            jdbc.sql("""
                            select campaign_id, national_id_hash from recruitment_application
                            where campaign_id in (:campaigns) and national_id_hash in (:hashes) and standing = 1
                            """)
                    .param("campaigns", campaigns.stream().map(Ids::bytes).toList())
                    .param(
                            "hashes",
                            numbers.stream()
                                    .map(number -> cipher.lookupHash(number.toUpperCase(Locale.ROOT)))
                                    .toList())
                    .query(row -> {
                        applied.add(new Applied(
                                Ids.uuid(row.getBytes("campaign_id")),
                                HexFormat.of().formatHex(row.getBytes("national_id_hash"))));
                    });
        }
        return applied;
    }

    void insert(List<Application> submitted) {
        insertion.insert(submitted.stream().map(this::values).toList());
    }

    private @Nullable Object[] values(Application application) {
        Candidate candidate = application.candidate();
        Optional<String> number = Optional.ofNullable(candidate.nationalId()).map(NationalId::value);
        return new @Nullable Object[] {
            Ids.bytes(application.id()),
            Ids.bytes(application.association()),
            application.version(),
            application.externalId(),
            Ids.bytes(application.campaign()),
            Ids.bytes(application.position()),
            application.institution().id().bytes(),
            candidate.name(),
            candidate.nameLatin(),
            candidate.sex().code(),
            candidate.birthDate(),
            number.map(cipher::encrypt).orElse(null),
            number.map(cipher::lookupHash).orElse(null),
            Optional.ofNullable(candidate.phone())
                    .map(phone -> cipher.encrypt(phone.value()))
                    .orElse(null),
            candidate.education().code(),
            candidate.title().code(),
            candidate.titleSince(),
            candidate.specialty(),
            candidate.licenceNumber(),
            json.writeValueAsString(candidate.grounds()),
            application.state().code(),
            Timestamp.from(application.appliedAt()),
            application.appliedBy()
        };
    }

    /** Writes all that may change; who the candidate is stays. */
    void update(Collection<Application> applications) {
        batches.batchUpdate("""
                update recruitment_application set version = ?, state = ?, decision = ?, paper_score = ?, interview_score = ?, seat = ?,
                    offered_at = ?, answer_until = ?, hire_version = ?, member_id = ?, appointment_id = ? where id = ?
                """, applications.stream().map(this::columns).toList());
    }

    private Object[] columns(Application application) {
        Optional<Offer> offer = Optional.ofNullable(application.offer());
        Optional<Hire> hire = Optional.ofNullable(application.hire());
        return Arrays.asList(
                        application.version(),
                        application.state().code(),
                        Optional.ofNullable(application.decision())
                                .map(json::writeValueAsString)
                                .orElse(null),
                        application.scores().paper(),
                        application.scores().interview(),
                        offer.map(Offer::seat).orElse(null),
                        offer.map(made -> Timestamp.from(made.at())).orElse(null),
                        offer.map(Offer::answerUntil).orElse(null),
                        hire.map(Hire::version).orElse(null),
                        hire.map(as -> as.member().bytes()).orElse(null),
                        hire.map(as -> as.appointment().bytes()).orElse(null),
                        Ids.bytes(application.id()))
                .toArray();
    }

    /** An application no longer says who it was; of the birth date the year stays. */
    void forget(UUID id, Instant at) {
        jdbc.sql(FORGET + "where id = ?")
                .params(Timestamp.from(at), Ids.bytes(id))
                .update();
    }

    /** As {@link #forget}, all of a campaign; gives how many. */
    int forgetAll(UUID campaign, Instant at) {
        return jdbc.sql(FORGET + "where campaign_id = ? and forgotten_at is null")
                .params(Timestamp.from(at), Ids.bytes(campaign))
                .update();
    }

    /** Applications of somebody who was registered twice belong to the record that goes on. */
    void handOver(UUID association, MemberId duplicate, MemberId survivor) {
        jdbc.sql("""
                        update recruitment_application set member_id = ?, version = version + 1, hire_version = hire_version + 1
                        where association_id = ? and member_id = ?
                        """)
                .params(survivor.bytes(), Ids.bytes(association), duplicate.bytes())
                .update();
    }
}
