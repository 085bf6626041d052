package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yilianti.platform.money.Money;

/** All work of a run in memory. */
record GatheredWork(List<InstitutionInput> institutions, Map<UUID, List<Work>> byPlace, PayLimits limits)
        implements Workplaces {

    static GatheredWork of(PayInputs inputs) {
        return new GatheredWork(
                inputs.institutions(),
                inputs.work().stream()
                        .collect(Collectors.groupingBy(Work::institution, HashMap::new, Collectors.toList())),
                inputs.limits());
    }

    @Override
    public BigDecimal points(UUID institution) {
        return at(institution).stream().map(Work::pointMinutes).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public Money fixed() {
        return Money.sum(
                byPlace.values().stream().flatMap(List::stream).map(Work::fixed).toList());
    }

    @Override
    public List<Work> at(UUID institution) {
        return byPlace.getOrDefault(institution, List.of());
    }
}
