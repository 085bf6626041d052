package org.yilianti.sample;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Beside the month: one township centre shows every part of the registry with data, from its establishment to a drill of its emergency
 * team (R1 to R12). Each part is read back; one that shows nothing stops the month.
 */
record RegistryStep(Stage stage) {

    void run() {
        stage.out().println("人事档案 registry of a township centre");
        var desk = RegistryDesk.of(stage);
        new AssociationPart(desk).run();
        establishment(desk);
        employment(desk);
        licence(desk, desk.of("physician").getFirst());
        new DevelopmentPart(desk).run();
        new ReservePart(desk).run();
        new HiringPart(desk).run();
        shown(desk);
    }

    /** R2: two posts more than are held, and how that compares with the standards. */
    private void establishment(RegistryDesk desk) {
        for (var category : List.of("physician", "nurse")) {
            desk.made(
                    "/v1/authorised-posts",
                    "category",
                    Map.of(
                            "institutionCode",
                            desk.site(),
                            "category",
                            category,
                            "headcount",
                            desk.of(category).size() + 2,
                            "validFrom",
                            "2026-01-01",
                            "reason",
                            "2026年编制核定"));
        }
    }

    /** R3: a contract that runs out, and leave to study. */
    private void employment(RegistryDesk desk) {
        var contracts = "/v1/members/" + desk.person(1) + "/contracts";
        desk.made(
                contracts,
                contracts,
                "kind",
                Map.of(
                        "kind",
                        "fixed-term",
                        "institutionCode",
                        desk.site(),
                        "validFrom",
                        "2026-01-01",
                        "validTo",
                        "2029-01-01",
                        "reason",
                        "续签三年"));
        var leaves = "/v1/members/" + desk.person(2) + "/leaves";
        desk.made(
                leaves,
                leaves,
                "kind",
                Map.of("kind", "study", "validFrom", "2027-03-01", "validTo", "2027-09-01", "reason", "上级医院进修"));
    }

    /** R4, R5: a certificate under a licence and the assessment of its holder. */
    private void licence(RegistryDesk desk, String holder) {
        var licence = desk.hr()
                .list("/v1/licences?member=" + holder)
                .getFirst()
                .path("id")
                .asString("");
        desk.hr()
                .upload(
                        "/v1/evidence-files?ownerKind=licence&ownerId=" + licence,
                        stage.keys().of("evidence", licence),
                        "application/pdf",
                        certificate());
        desk.made(
                "/v1/assessments",
                "/v1/assessments?licence=" + licence,
                "heldOn",
                Map.of("licenceId", licence, "heldOn", "2026-01-20", "result", "passed", "note", "三年周期考核"));
    }

    /** The smallest document of one empty page. */
    private static byte[] certificate() {
        var head = """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
                """;
        var table = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
        for (int object = 1; object <= 3; object++) {
            table.append("%010d 00000 n \n".formatted(head.indexOf("\n" + object + " 0 obj") + 1));
        }
        var end = "trailer<</Root 1 0 R/Size 4>>\nstartxref\n" + head.length() + "\n%%EOF\n";
        return (head + table + end).getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads every part back. */
    private void shown(RegistryDesk desk) {
        var physician = desk.of("physician").getFirst();
        var licence = desk.hr()
                .list("/v1/licences?member=" + physician)
                .getFirst()
                .path("id")
                .asString("");
        var here = "?limit=200&institution=" + desk.site();
        var parts = new LinkedHashMap<String, String>();
        parts.put("memberships", "/v1/institution-memberships" + here);
        parts.put("institutions for basic care", "/v1/institutions?limit=200&function=basic-care");
        parts.put("departments", "/v1/departments" + here);
        parts.put("responsibilities", "/v1/responsibility-units" + here);
        parts.put("authorised posts", "/v1/authorised-posts" + here);
        parts.put("staffing findings", "/v1/staffing-reports" + here);
        parts.put("contracts", "/v1/members/" + desk.person(1) + "/contracts");
        parts.put("leaves", "/v1/members/" + desk.person(2) + "/leaves");
        parts.put("evidence files", "/v1/evidence-files?ownerKind=licence&ownerId=" + licence);
        parts.put("assessments", "/v1/assessments?licence=" + licence);
        parts.put("remediation cases", "/v1/remediation-cases" + here);
        parts.put("courses", "/v1/training-programmes" + here);
        parts.put("enrolments", "/v1/training-enrolments" + here);
        parts.put("credits", "/v1/training-credits?member=" + physician);
        parts.put("campaigns", "/v1/recruitment-campaigns" + here);
        parts.put("promotion cases", "/v1/promotion-cases?member=" + physician);
        parts.put("directors' tenures", "/v1/director-tenures" + here);
        parts.put("emergency teams", "/v1/emergency-teams" + here);
        var counts = new LinkedHashMap<String, Integer>();
        parts.forEach((part, path) -> {
            int count = desk.hr().list(path).size();
            if (count == 0) {
                throw new IllegalStateException("the sample association shows no " + part);
            }
            counts.put(part, count);
        });
        stage.say(counts.toString());
    }
}
