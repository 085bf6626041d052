package org.yilianti.staff.membership;

/** Whether an institution belongs to the association on a day, for the queries of reports. */
public final class Belonging {

    private Belonging() {}

    /**
     * SQL condition: the institution is in the association on {@code :asOf}, as is recorded now; one without a period always is.
     *
     * @param institution column of its id, never caller input
     */
    public static String sql(String institution) {
        return """
                (not exists (select 1 from institution_membership ever where ever.institution_id = %1$s)
                    or exists (select 1 from institution_membership belongs where belongs.institution_id = %1$s
                        and belongs.joined_on <= :asOf and (belongs.left_on is null or belongs.left_on > :asOf)))
                """.formatted(institution);
    }
}
