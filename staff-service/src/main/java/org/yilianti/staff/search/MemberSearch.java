package org.yilianti.staff.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.credential.LicenceStatus;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.member.StaffCategory;
import org.yilianti.staff.member.Title;

/**
 * Whom somebody looks for; what is null does not matter, all else must hold.
 *
 * @param q how the staff number or the name begins, in its own script, pinyin, initials or Latin script
 * @param licenceNumber how the number of a licence begins
 * @param institution code of an institution with a present or coming appointment
 * @param status code of an {@link Employment}
 * @param licenceStatus code of the status of a licence
 * @param expiringWithinDays a licence is valid today, but not after so many days
 */
public record MemberSearch(
        @Nullable String q,
        @Nullable String staffNo,
        @Nullable String licenceNumber,
        @Nullable String institution,
        @Nullable String category,
        @Nullable String title,
        @Nullable String specialty,
        @Nullable String status,
        @Nullable String licenceStatus,
        @Nullable Integer expiringWithinDays) {

    private static final int MAX_LENGTH = 100;

    /** As {@link MemberSearch}; refuses (400) a search for nothing, and what cannot be looked for. */
    public static MemberSearch of(
            @Nullable String q,
            @Nullable String staffNo,
            @Nullable String licenceNumber,
            @Nullable String institution,
            @Nullable String category,
            @Nullable String title,
            @Nullable String specialty,
            @Nullable String status,
            @Nullable String licenceStatus,
            @Nullable Integer expiringWithinDays) {
        if (expiringWithinDays != null && (expiringWithinDays < 0 || expiringWithinDays > 36_500)) {
            throw Refusal.malformed("licence.days-invalid", expiringWithinDays);
        }
        MemberSearch search = new MemberSearch(
                text("q", q),
                text("staffNo", staffNo),
                text("licenceNumber", licenceNumber),
                text("institution", institution),
                code("category", category, Coded.codes(StaffCategory.class)),
                code("title", title, Coded.codes(Title.class)),
                text("specialty", specialty),
                code("status", status, Coded.codes(Employment.class)),
                code("licenceStatus", licenceStatus, Coded.codes(LicenceStatus.class)),
                expiringWithinDays);
        if (search.criteria(LocalDate.EPOCH).isEmpty()) {
            throw Refusal.malformed("search.empty");
        }
        return search;
    }

    private static @Nullable String text(String parameter, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > MAX_LENGTH) {
            throw Refusal.malformed("search.too-long", parameter, MAX_LENGTH);
        }
        return value.strip();
    }

    private static @Nullable String code(String parameter, @Nullable String value, List<String> codes) {
        String wanted = text(parameter, value);
        if (wanted != null && !codes.contains(wanted)) {
            throw Refusal.malformed("search.unknown-value", parameter, String.join(", ", codes), wanted);
        }
        return wanted;
    }

    /** What must hold, one by one. */
    List<Criterion> criteria(LocalDate today) {
        List<Criterion> criteria = new ArrayList<>();
        add(criteria, q, SearchText::criterion);
        add(criteria, staffNo, number -> Criterion.staffNo("=", number));
        add(
                criteria,
                licenceNumber,
                number -> Criterion.licence(
                        "l.number like :licenceNumber", Map.of("licenceNumber", SearchText.beginning(number))));
        add(criteria, institution, MemberSearch::appointedAt);
        add(criteria, category, code -> Criterion.column("category", code));
        add(criteria, title, code -> Criterion.column("title", code));
        add(criteria, specialty, Criterion::specialty);
        add(criteria, status, code -> Coded.of(Employment.class, code).criterion());
        add(
                criteria,
                licenceStatus,
                code -> Criterion.licence("l.status = :licenceStatus", Map.of("licenceStatus", code)));
        add(
                criteria,
                expiringWithinDays,
                days -> Criterion.licence(
                        "l.valid_to > :today and l.valid_to <= :until", Map.of("until", today.plusDays(days))));
        return criteria;
    }

    private static <T> void add(List<Criterion> criteria, @Nullable T value, Function<T, Criterion> meaning) {
        if (value != null) {
            criteria.add(meaning.apply(value));
        }
    }

    private static Criterion appointedAt(String code) {
        String here = """
                from appointment here join institution at_h on at_h.id = here.institution_id
                where at_h.association_id = :association and at_h.code = :institution and here.believed = 1
                    and (here.valid_to is null or here.valid_to > :today)
                """;
        return new Criterion(
                "exists (select 1 " + here + " and here.member_id = m.id)",
                null,
                List.of(Way.query("select here.member_id as id " + here)),
                Map.of("institution", code));
    }
}
