package org.yilianti.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/** The centre's place in the association: since when it belongs, and who answers for public health there, up to the leading group (R1, R11). */
record AssociationPart(RegistryDesk desk) {

    /** The lead hospital. */
    private static final String LEAD = "H01";

    private static final String UNITS = "/v1/responsibility-units";

    void run() {
        desk.madeBy(
                "admin",
                "/v1/institution-memberships",
                "joinedOn",
                Map.of("institutionCode", desk.site(), "joinedOn", "2025-07-01", "reason", "县域医共体组建协议"));
        var group = unit("leading-group", "", LEAD, "公共卫生工作领导小组");
        var office = unit("management-office", group, LEAD, "公共卫生管理办公室");
        var centre = unit("institution", office, desk.site(), "镇卫生院公共卫生科");
        var path = UNITS + "/" + centre;
        if (desk.hr().get(path).body().path("responsible").isEmpty()) {
            desk.decided(
                    "hr",
                    path + "/namings",
                    Map.of("memberId", desk.person(5), "duty", "head", "fullTime", false, "validFrom", "2026-01-01"));
        }
    }

    private String unit(String level, String parent, String institution, String name) {
        var body = new LinkedHashMap<String, Object>(
                Map.of("level", level, "institutionCode", institution, "name", name, "validFrom", "2026-01-01"));
        if (!parent.isEmpty()) {
            body.put("parentId", parent);
        }
        return desk.made(UNITS, UNITS + "?limit=200&institution=" + institution, "name", body);
    }
}
