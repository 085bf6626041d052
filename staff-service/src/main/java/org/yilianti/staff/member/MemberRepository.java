package org.yilianti.staff.member;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.database.Pieces;
import org.yilianti.platform.database.RowInsertion;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.personal.PersonalDataCipher;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;

/** The table of members; the only place where personal values are sealed and opened. */
@Repository
class MemberRepository {

    /** The code comes by subquery, so that a locking read locks members only. */
    static final String SELECT = """
            select m.*, (select code from institution r where r.id = m.registered_at_id) as registered_at_code from member m
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final RowInsertion insertion;
    private final PersonalDataCipher cipher;

    MemberRepository(JdbcClient jdbc, JdbcTemplate batches, PersonalDataCipher cipher) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.insertion = new RowInsertion(
                batches,
                "member",
                "version, staff_no, name, name_latin, sex, birth_date, national_id_sealed, national_id_hash, phone_sealed, phone_hash,"
                        + " category, title, title_since, specialty, specialty_since, institution_head, registered_at_id,"
                        + " name_pinyin, name_initials, name_letters, association_id, id");
        this.cipher = cipher;
    }

    /** Locks the member until the transaction ends. */
    Optional<Member> lock(UUID association, MemberId id) {
        return jdbc.sql(SELECT + "where m.association_id = ? and m.id = ? for update")
                .params(Ids.bytes(association), id.bytes())
                .query(this::member)
                .optional();
    }

    /** Locks those of the members that exist, by staff number. */
    Map<String, Member> lockByStaffNo(UUID association, Collection<String> staffNos) {
        return Pieces.of(staffNos)
                .flatMap(piece -> jdbc
                        .sql(
                                SELECT
                                        + "force index (member_staff_no) where m.association_id = :association and m.staff_no in (:staffNos) for update")
                        .param("association", Ids.bytes(association))
                        .param("staffNos", piece)
                        .query(this::member)
                        .list()
                        .stream())
                .collect(Collectors.toMap(member -> member.details().staffNo(), Function.identity()));
    }

    /** The staff numbers of those who have these national ids. */
    Map<NationalId, String> owners(UUID association, Collection<NationalId> nationalIds) {
        Map<NationalId, String> owners = new HashMap<>();
        Map<ByteBuffer, NationalId> byHash = nationalIds.stream()
                .distinct()
                .collect(Collectors.toMap(
                        number -> ByteBuffer.wrap(cipher.lookupHash(number.value())), Function.identity()));
        Pieces.of(byHash.keySet()).forEach(piece -> jdbc.sql("""
                        select national_id_hash, staff_no from member force index (member_national_id)
                        where association_id = :association and national_id_hash in (:hashes)
                        """)
                .param("association", Ids.bytes(association))
                .param("hashes", piece.stream().map(ByteBuffer::array).toList())
                .query(row -> {
                    NationalId number = byHash.get(ByteBuffer.wrap(row.getBytes(1)));
                    if (number != null) {
                        owners.put(number, row.getString(2));
                    }
                }));
        return owners;
    }

    /** Who has this national id; for a record that goes on as another that one. */
    Optional<MemberId> withNationalId(UUID association, NationalId number) {
        return jdbc.sql("""
                        select coalesce(merged_into_id, id) as person from member
                        where association_id = ? and national_id_hash = ?
                        """)
                .params(Ids.bytes(association), cipher.lookupHash(number.value()))
                .query((row, index) -> MemberId.of(row.getBytes("person")))
                .optional();
    }

    /** Others with the same name, in either script, and birth date. */
    List<Member> alike(Member member) {
        return jdbc.sql(SELECT + """
                        where m.association_id = :association and m.birth_date = :birthDate and m.merged_into_id is null
                            and m.id <> :id and (m.name = :name or m.name_latin = :nameLatin)
                        order by m.id
                        """)
                .param("association", Ids.bytes(member.association()))
                .param("birthDate", member.details().birthDate())
                .param("id", member.id().bytes())
                .param("name", member.details().name())
                .param("nameLatin", member.details().nameLatin())
                .query(this::member)
                .list();
    }

    void insert(Collection<Member> members) {
        insertion.insert(members, this::columns);
    }

    void update(Collection<Member> members) {
        batches.batchUpdate("""
                update member set version = ?, staff_no = ?, name = ?, name_latin = ?, sex = ?, birth_date = ?,
                    national_id_sealed = ?, national_id_hash = ?, phone_sealed = ?, phone_hash = ?, category = ?, title = ?,
                    title_since = ?, specialty = ?, specialty_since = ?, institution_head = ?, registered_at_id = ?,
                    name_pinyin = ?, name_initials = ?, name_letters = ?
                where association_id = ? and id = ?
                """, members.stream().map(this::columns).toList());
    }

    /** Raises the version of locked members by one. */
    void raiseVersions(Collection<Member> members) {
        Pieces.of(members).forEach(piece -> jdbc.sql(
                        "update member force index (primary) set version = version + 1 where id in (:ids)")
                .param("ids", piece.stream().map(member -> member.id().bytes()).toList())
                .update());
    }

    /** Keeps a locked record as the trace of one that goes on. */
    void markMerged(Member duplicate, MemberId survivor, Recording recording) {
        jdbc.sql("""
                        update member set version = ?, merged_into_id = ?, merged_at = ?, merged_by = ?, merge_reason = ?
                        where association_id = ? and id = ?
                        """)
                .param(duplicate.version())
                .param(survivor.bytes())
                .param(Timestamp.from(recording.at()))
                .param(recording.by())
                .param(recording.reason())
                .param(Ids.bytes(duplicate.association()))
                .param(duplicate.id().bytes())
                .update();
    }

    /** Locks the records that go on as this one. */
    List<Member> lockMergedInto(Member survivor) {
        return jdbc.sql(SELECT + "where m.association_id = ? and m.merged_into_id = ? order by m.id for update")
                .params(Ids.bytes(survivor.association()), survivor.id().bytes())
                .query(this::member)
                .list();
    }

    /** Lets rows that no longer say who they are be found by nothing but their ids and staff numbers. */
    void markErased(Collection<Member> erased, Instant at) {
        batches.batchUpdate(
                "update member set erased_at = ? where id = ?",
                erased.stream()
                        .map(member ->
                                new Object[] {Timestamp.from(at), member.id().bytes()})
                        .toList());
    }

    private @Nullable Object[] columns(Member member) {
        MemberDetails details = member.details();
        Phone phone = details.phone();
        InstitutionRef registeredAt = member.registeredAt();
        NameKeys keys = details.erased() ? NameKeys.NONE : NameKeys.of(details.name(), details.nameLatin());
        String lookup =
                details.erased() ? member.id().toString() : details.nationalId().value();
        return new @Nullable Object[] {
            member.version(),
            details.staffNo(),
            details.name(),
            details.nameLatin(),
            details.sex().code(),
            details.birthDate(),
            cipher.encrypt(details.nationalId().value()),
            cipher.lookupHash(lookup),
            phone == null ? null : cipher.encrypt(phone.value()),
            phone == null ? null : cipher.lookupHash(phone.value()),
            details.category().code(),
            details.title().code(),
            details.titleSince(),
            details.specialty(),
            details.specialtySince(),
            details.institutionHead(),
            registeredAt == null ? null : registeredAt.id().bytes(),
            keys.pinyin(),
            keys.initials(),
            keys.latin(),
            Ids.bytes(member.association()),
            member.id().bytes()
        };
    }

    Member member(ResultSet row, int number) throws SQLException {
        byte[] phone = row.getBytes("phone_sealed");
        byte[] registeredAt = row.getBytes("registered_at_id");
        byte[] merged = row.getBytes("merged_into_id");
        MemberDetails details = new MemberDetails(
                row.getString("staff_no"),
                row.getString("name"),
                row.getString("name_latin"),
                Coded.of(Sex.class, row.getString("sex")),
                row.getObject("birth_date", LocalDate.class),
                new NationalId(cipher.decrypt(row.getBytes("national_id_sealed"))),
                phone == null ? null : new Phone(cipher.decrypt(phone)),
                Coded.of(StaffCategory.class, row.getString("category")),
                Coded.of(Title.class, row.getString("title")),
                row.getObject("title_since", LocalDate.class),
                row.getString("specialty"),
                row.getObject("specialty_since", LocalDate.class),
                row.getBoolean("institution_head"));
        return new Member(
                MemberId.of(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                details,
                registeredAt == null
                        ? null
                        : new InstitutionRef(InstitutionId.of(registeredAt), row.getString("registered_at_code")),
                merged == null ? null : MemberId.of(merged));
    }
}
