package org.yilianti.staff.recruitment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.personal.PersonalDataCipher;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.NationalId;
import org.yilianti.staff.member.Phone;
import org.yilianti.staff.recruitment.Application.Hire;
import org.yilianti.staff.recruitment.Application.Offer;
import tools.jackson.databind.ObjectMapper;

/** The table of applications; the lock of their campaign keeps changes in order. */
@Repository
class ApplicationRepository {

    private static final String FORGET = """
            update recruitment_application set name = '已删除', name_latin = null, birth_date = makedate(year(birth_date), 1),
                national_id_sealed = null, national_id_hash = null, phone_sealed = null, licence_number = null, forgotten_at = ?
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ApplicationRow rows;
    private final PersonalDataCipher cipher;
    private final ObjectMapper json;

    ApplicationRepository(
            JdbcClient jdbc, JdbcTemplate batches, ApplicationRow rows, PersonalDataCipher cipher, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
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

    void insert(Application application) {
        Candidate candidate = application.candidate();
        NationalId number = candidate.nationalId();
        Phone phone = candidate.phone();
        jdbc.sql("""
                        insert into recruitment_application (id, association_id, version, campaign_id, position_id, institution_id, name,
                            name_latin, sex, birth_date, national_id_sealed, national_id_hash, phone_sealed, education, title, title_since,
                            specialty, licence_number, grounds, state, applied_at, applied_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(application.id()))
                .param(Ids.bytes(application.association()))
                .param(application.version())
                .param(Ids.bytes(application.campaign()))
                .param(Ids.bytes(application.position()))
                .param(application.institution().id().bytes())
                .param(candidate.name())
                .param(candidate.nameLatin())
                .param(candidate.sex().code())
                .param(candidate.birthDate())
                .param(number == null ? null : cipher.encrypt(number.value()))
                .param(number == null ? null : cipher.lookupHash(number.value()))
                .param(phone == null ? null : cipher.encrypt(phone.value()))
                .param(candidate.education().code())
                .param(candidate.title().code())
                .param(candidate.titleSince())
                .param(candidate.specialty())
                .param(candidate.licenceNumber())
                .param(json.writeValueAsString(candidate.grounds()))
                .param(application.state().code())
                .param(Timestamp.from(application.appliedAt()))
                .param(application.appliedBy())
                .update();
    }

    /** Writes all that may change; who the candidate is stays. */
    void update(Collection<Application> applications) {
        batches.batchUpdate("""
                update recruitment_application set version = ?, state = ?, decision = ?, paper_score = ?, interview_score = ?, seat = ?,
                    offered_at = ?, answer_until = ?, member_id = ?, appointment_id = ? where id = ?
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
        jdbc.sql(
                        "update recruitment_application set member_id = ?, version = version + 1 where association_id = ? and member_id = ?")
                .params(survivor.bytes(), Ids.bytes(association), duplicate.bytes())
                .update();
    }
}
