package org.yilianti.incentive.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.directory.Institution;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;

/** Finds in the directory what a campaign is to judge. */
@Component
public class SubjectRegister {

    private final Institutions institutions;
    private final Members members;

    SubjectRegister(Institutions institutions, Members members) {
        this.institutions = institutions;
        this.members = members;
    }

    /**
     * A subject as it is ordered.
     *
     * @param institution null for the association alone
     * @param department its code, with a name, for a department alone
     * @param staffNo for a person alone
     */
    public record SubjectOrder(
            @Nullable UUID institution,
            @Nullable String department,
            @Nullable String departmentName,
            @Nullable String staffNo) {}

    /** The subjects; refuses (422) those that are not known, or are not of this level. */
    List<Subject> subjects(UUID association, CampaignLevel level, List<SubjectOrder> orders) {
        if (level == CampaignLevel.ASSOCIATION) {
            if (!orders.isEmpty()) {
                throw Refusal.invalid("campaign.association-is-subject").at("/subjects");
            }
            return List.of(Subject.association());
        }
        Map<UUID, Institution> known = institutions
                .find(
                        association,
                        orders.stream()
                                .map(SubjectOrder::institution)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Institution::id, Function.identity()));
        Set<String> people = members.known(
                association,
                orders.stream()
                        .map(SubjectOrder::staffNo)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        List<Subject> subjects = new ArrayList<>();
        List<Violation> unknown = new ArrayList<>();
        for (int index = 0; index < orders.size(); index++) {
            SubjectOrder order = orders.get(index);
            Institution institution = order.institution() == null ? null : known.get(order.institution());
            Subject found = institution == null ? null : subject(level, institution, order, people);
            if (found == null) {
                unknown.add(new Violation("/subjects/" + index, "campaign.subject-unknown", level.code()));
            } else {
                subjects.add(found);
            }
        }
        if (!unknown.isEmpty()) {
            throw Refusal.invalid(unknown);
        }
        return subjects;
    }

    private static @Nullable Subject subject(
            CampaignLevel level, Institution institution, SubjectOrder order, Set<String> people) {
        String department = order.department();
        String name = order.departmentName();
        String staffNo = order.staffNo();
        return switch (level) {
            case ASSOCIATION -> null;
            case INSTITUTION -> department == null && staffNo == null ? Subject.institution(institution) : null;
            case DEPARTMENT ->
                department == null || name == null || staffNo != null
                        ? null
                        : Subject.department(institution, department, name);
            case PERSON ->
                department != null || staffNo == null || !people.contains(staffNo)
                        ? null
                        : Subject.person(institution, staffNo);
        };
    }
}
