package org.yilianti.rotation.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.roster.Duty;

/** Works out, in memory, what a batch of entries makes of the records at hand. Used once. */
final class RecordBatch {

    private final UUID association;
    private final String recorder;
    private final BatchFacts facts;
    private final Map<String, ServiceRecord> bySource = new HashMap<>();
    private final Map<UUID, List<ServiceRecord>> byMember = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<ServiceRecord> created = new ArrayList<>();
    private final List<ServiceRecord> corrected = new ArrayList<>();

    /**
     * @param known records with the sources of the batch
     * @param near records of its people in the weeks of its times
     */
    RecordBatch(
            UUID association, String recorder, BatchFacts facts, List<ServiceRecord> known, List<ServiceRecord> near) {
        this.association = association;
        this.recorder = recorder;
        this.facts = facts;
        known.forEach(record -> bySource.put(record.sourceId(), record));
        near.forEach(this::remember);
    }

    /** What becomes of the next entry. */
    RecordResult take(ServiceEntry entry) {
        if (!seen.add(entry.sourceId())) {
            return RecordResult.rejected(entry.sourceId(), null, "duplicate-source", entry.sourceId());
        }
        ServiceRecord before = bySource.get(entry.sourceId());
        Optional<ServiceContent> content = content(entry);
        if (before != null && content.filter(before.content()::equals).isPresent()) {
            return RecordResult.of("unchanged", before);
        }
        return AcceptanceRules.rejection(entry, facts).orElseGet(() -> accept(entry, content.orElseThrow(), before));
    }

    List<ServiceRecord> created() {
        return created;
    }

    List<ServiceRecord> corrected() {
        return corrected;
    }

    private RecordResult accept(ServiceEntry entry, ServiceContent content, @Nullable ServiceRecord before) {
        if (before == null) {
            ServiceRecord record = ServiceRecord.recorded(
                    association, entry.sourceId(), content, night(content), flags(entry, content), recorder);
            created.add(record);
            remember(record);
            return RecordResult.of("created", record);
        }
        ServiceRecord record = before.corrected(content, night(content), flags(entry, content), recorder);
        corrected.add(record);
        byMember.values().forEach(records -> records.removeIf(old -> old.id().equals(record.id())));
        remember(record);
        return RecordResult.of("corrected", record);
    }

    private List<RecordFlag> flags(ServiceEntry entry, ServiceContent content) {
        Duty duty = duty(content);
        List<ServiceRecord> others = byMember.getOrDefault(content.memberId(), List.of()).stream()
                .filter(record -> !record.sourceId().equals(entry.sourceId()))
                .filter(record -> record.status() != RecordStatus.WITHDRAWN)
                .toList();
        return FlagRules.flags(new FlagCase(
                content,
                duty == null ? null : duty.specialty(),
                Objects.requireNonNull(facts.people().get(content.memberId())),
                others,
                facts.now(),
                facts.settings()));
    }

    private Optional<ServiceContent> content(ServiceEntry entry) {
        return facts.member(entry)
                .flatMap(member -> facts.institution(entry).flatMap(institution -> ServiceKind.ofCode(entry.kind())
                        .map(kind -> new ServiceContent(
                                member,
                                institution.id(),
                                entry.dutyId(),
                                kind,
                                entry.startedAt(),
                                entry.endedAt(),
                                entry.callUp()))));
    }

    private boolean night(ServiceContent content) {
        Duty duty = duty(content);
        return (duty != null && duty.night()) || Night.covers(content.startedAt(), content.endedAt());
    }

    private @Nullable Duty duty(ServiceContent content) {
        return content.dutyId() == null ? null : facts.duties().get(content.dutyId());
    }

    private void remember(ServiceRecord record) {
        byMember.computeIfAbsent(record.content().memberId(), member -> new ArrayList<>())
                .add(record);
    }
}
