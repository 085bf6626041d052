package org.yilianti.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.list;
import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.refused;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example;
import org.yilianti.platform.test.TestApi.Answer;

/** Requests about a file that proves a licence. */
record EvidenceExamples(Registry registry, UUID licence) {

    static String address(UUID licence) {
        return "/v1/evidence-files?ownerKind=licence&ownerId=" + licence;
    }

    /** A PDF without pages; another comment makes it another file. */
    static String pdf(String comment) {
        String head = "%PDF-1.7\n%" + comment + "\n1 0 obj<</Type/Catalog>>endobj\n";
        return head + "xref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R>>\nstartxref\n"
                + head.getBytes(StandardCharsets.US_ASCII).length + "\n%%EOF\n";
    }

    List<Example> all() {
        String files = address(licence);
        Answer uploaded =
                registry.hr().post(files, pdf("a licence"), UUID.randomUUID().toString(), "application/pdf");
        assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(201);
        UUID file = uploaded.id();
        String one = "/v1/evidence-files/" + file;
        String sanctions = "/v1/licences/" + licence + "/sanctions";
        return List.of(
                refused("GET /v1/licences/{id}/sanctions", sanctions, null).of("S00001"),
                list("GET /v1/evidence-files", files, file.toString()).of("S00001"),
                refused("POST /v1/evidence-files", files, Map.of()),
                refused("GET /v1/evidence-files/{id}", one, null).of("S00001"),
                refused("GET /v1/evidence-files/{id}/content", one + "/content", null)
                        .of("S00001"),
                refused("POST /v1/evidence-files/{id}/withdrawals", one + "/withdrawals", Map.of()));
    }
}
