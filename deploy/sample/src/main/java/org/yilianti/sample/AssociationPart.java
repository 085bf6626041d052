package org.yilianti.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The centre's place in the association: since when it belongs, what it is there for, its departments, and who answers for public health there, up to the leading group (R1, R11). */
record AssociationPart(RegistryDesk desk) {

    /** The lead hospital. */
    private static final String LEAD = "H01";

    private static final String UNITS = "/v1/responsibility-units";

    private static final String DEPARTMENTS = "/v1/departments";

    /** Long before anybody of the sample began to work. */
    private static final String FOUNDED = "1952-10-01";

    /** Every department at which somebody of a township centre of the sample works, by kind. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "clinical",
            List.of("全科", "内科", "外科", "妇产科", "中医科"),
            "public-health",
            List.of("公共卫生科"),
            "nursing",
            List.of("护理部"),
            "pharmacy",
            List.of("药剂科"),
            "medical-technology",
            List.of("检验科", "影像科"),
            "administration",
            List.of("行政办公室", "培训科", "质量管理科"),
            "logistics",
            List.of("后勤保障部"));

    void run() {
        functions();
        departments();
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

    /** R1: what the centre is there for; said again it changes nothing. */
    private void functions() {
        var centre = "/v1/institutions/"
                + desk.found("/v1/institutions?limit=200&q=" + desk.site(), "code", desk.site())
                        .orElseThrow();
        desk.hr()
                .put(
                        centre,
                        centre + "/functions",
                        Map.of(
                                "functions",
                                List.of(
                                        Map.of("function", "basic-care", "validFrom", FOUNDED),
                                        Map.of("function", "public-health", "validFrom", "2009-01-01"),
                                        Map.of("function", "rehabilitation", "validFrom", "2027-01-01"))));
    }

    /** R1: appointments and posts at the centre name one of these from now on. */
    private void departments() {
        NAMES.forEach((kind, names) -> names.forEach(name -> desk.made(
                DEPARTMENTS,
                DEPARTMENTS + "?limit=200&institution=" + desk.site(),
                "code",
                Map.of(
                        "institutionCode",
                        desk.site(),
                        "code",
                        name,
                        "name",
                        name,
                        "kind",
                        kind,
                        "validFrom",
                        FOUNDED))));
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
