package org.yilianti.incentive.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yilianti.incentive.campaign.CampaignYear;
import org.yilianti.incentive.directory.ServiceRecord;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example;

/** Service that an institution claims in October. */
public record ClaimedMonth(CampaignYear year, ServiceRecords records, UUID member) {

    public static final String MONTH = "2026-10";

    /** Records of somebody's service, each of an hour. */
    public List<UUID> claimed(int count, String kind, String status) {
        Instant start = Instant.parse(MONTH + "-02T00:00:00Z");
        List<ServiceRecord> delivered = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            UUID id = Ids.next();
            Instant begin = start.plus(Duration.ofHours(index));
            delivered.add(new ServiceRecord(
                    id,
                    year.association(),
                    1,
                    "HIS-" + index,
                    member,
                    year.one,
                    kind,
                    begin,
                    begin.plus(Duration.ofHours(1)),
                    60,
                    false,
                    status,
                    true,
                    null));
        }
        records.apply(delivered);
        return delivered.stream().map(ServiceRecord::id).toList();
    }

    /** What to draw. */
    public Map<String, Object> order(String indicator, int size) {
        return Map.of(
                "institutionId", year.one, "indicator", indicator, "month", MONTH, "kind", "outreach", "size", size);
    }

    /** Requests about a sample; the evaluation concerns the examples' owner. */
    public List<Example> examples(UUID evaluation) {
        claimed(2, "outreach", "confirmed");
        String sample = year.maker()
                .post("/v1/verification-samples", order("endpoints", 1))
                .id()
                .toString();
        String address = "/v1/verification-samples/" + sample;
        String item = year.maker()
                .get(address + "/items")
                .json()
                .path("items")
                .path(0)
                .path("recordId")
                .asString();
        String any = "/v1/verification-samples/{id}";
        return List.of(
                Example.refused("POST /v1/verification-samples", "/v1/verification-samples", order("again", 1)),
                Example.list("GET /v1/verification-samples", "/v1/verification-samples?limit=200", sample),
                Example.refused("GET " + any, address, null),
                Example.list("GET " + any + "/items", address + "/items", item),
                Example.refused(
                        "PUT " + any + "/items/{recordId}", address + "/items/" + item, Map.of("verified", true)),
                Example.list("GET " + any + "/reproduction", address + "/reproduction", item),
                Example.refused("POST " + any + "/completions", address + "/completions", Map.of()),
                Example.refused(
                        "PUT /v1/evaluations/{id}/verified-counts",
                        "/v1/evaluations/" + evaluation + "/verified-counts",
                        Map.of("sampleId", sample)));
    }
}
