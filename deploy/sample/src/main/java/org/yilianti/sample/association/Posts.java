package org.yilianti.sample.association;

/** Names of posts by category and title, as they stand on a payroll. */
final class Posts {

    private static final String[] PHYSICIANS = {"主任医师", "副主任医师", "主治医师", "住院医师", "见习医师"};
    private static final String[] NURSES = {"主任护师", "副主任护师", "主管护师", "护师", "护士"};
    private static final String[] PHARMACISTS = {"主任药师", "副主任药师", "主管药师", "药师", "药士"};
    private static final String[] TECHNICIANS = {"主任技师", "副主任技师", "主管技师", "技师", "技士"};

    private Posts() {}

    static String of(Category category, Title title) {
        int rank = title.rank();
        return switch (category) {
            case PHYSICIAN -> PHYSICIANS[rank];
            case ASSISTANT_PHYSICIAN -> "助理医师";
            case NURSE -> NURSES[rank];
            case PHARMACIST -> PHARMACISTS[rank];
            case TECHNICIAN, OTHER_HEALTH_TECHNICIAN -> TECHNICIANS[rank];
            case VILLAGE_DOCTOR -> "乡村医生";
            case MANAGEMENT -> "管理人员";
            case LOGISTICS -> "工勤技能人员";
        };
    }
}
