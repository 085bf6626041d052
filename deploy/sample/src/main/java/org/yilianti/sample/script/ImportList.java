package org.yilianti.sample.script;

import java.nio.file.Path;
import java.util.List;

/** The lists that an association imports, in the order in which they refer to each other, with their template version 1. */
public enum ImportList {
    INSTITUTIONS(
            "institutions", "code,name,name_en,tier,lead,setting,population,area_km2,latitude,longitude,parent_code"),
    MEMBERS(
            "members",
            "staff_no,name,name_latin,sex,birth_date,national_id,phone,category,title,title_since,specialty,"
                    + "specialty_since,institution_head"),
    APPOINTMENTS("appointments", "external_id,staff_no,institution_code,department,post,fte,main,valid_from,valid_to"),
    LICENCES(
            "licences",
            "number,staff_no,kind,category,scope,main_institution_code,issued_by,valid_from,valid_to,status,"
                    + "suspended_from,suspended_to,status_reason");

    private final String code;
    private final String columns;

    ImportList(String code, String columns) {
        this.code = code;
        this.columns = columns;
    }

    /** The name of the list in the API, in {@code month.json} and of its file. */
    public String code() {
        return code;
    }

    /** The header row; the first column is the key of an upsert. */
    public List<String> columns() {
        return List.of(columns.split(",", -1));
    }

    /** Where the list lies in a sample directory. */
    public Path in(Path directory) {
        return directory.resolve(code + ".csv");
    }
}
