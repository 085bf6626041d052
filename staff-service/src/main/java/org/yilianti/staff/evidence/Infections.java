package org.yilianti.staff.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.staff.alert.AlertGround;

/** A file was found infected after it had been kept (R4): until another is uploaded in its place, for a month at most. */
@Component
class Infections implements AlertGround {

    static final String KIND = "evidence-infected";

    private static final int DAYS = 30;

    private static final String SQL = """
            select f.id as subject_id, f.member_id, coalesce(a.institution_id, l.main_institution_id) as institution_id,
                cast(f.withdrawn_at as date) as due_on
            from evidence_file f
            left join assessment a on f.owner_kind = 'assessment' and a.id = f.owner_id
            left join licence_sanction s on f.owner_kind = 'sanction' and s.id = f.owner_id
            left join licence l on l.believed = 1
                and l.id = case f.owner_kind when 'licence' then f.owner_id when 'sanction' then s.licence_id end
            where f.association_id = :association and f.scan = 'infected' and f.destroyed_at is null and f.withdrawn_at >= :since
                and coalesce(a.institution_id, l.main_institution_id) is not null
                and not exists (select 1 from evidence_file later where later.owner_kind = f.owner_kind
                    and later.owner_id = f.owner_id and later.standing = 1 and later.uploaded_at > f.withdrawn_at)
            """;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String subjectType() {
        return "evidence-file";
    }

    @Override
    public List<Integer> leadDays(UUID association) {
        return List.of(0);
    }

    @Override
    public Selection due(UUID association, LocalDate today) {
        return new Selection(SQL, Map.of("since", today.minusDays(DAYS)));
    }
}
