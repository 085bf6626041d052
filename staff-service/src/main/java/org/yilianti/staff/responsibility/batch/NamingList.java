package org.yilianti.staff.responsibility.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Role;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.responsibility.Duty;
import org.yilianti.staff.responsibility.Level;
import org.yilianti.staff.responsibility.NamingIntake;
import org.yilianti.staff.responsibility.Responsible;
import org.yilianti.staff.responsibility.ResponsibleRepository;
import org.yilianti.staff.responsibility.Unit;
import org.yilianti.staff.responsibility.UnitRepository;

/**
 * {@code responsible-people.v1}: who answers for a unit from when to when. A row with a known first day releases, with a reason; whatever
 * else was wrong ends and is recorded anew.
 */
@Component
class NamingList implements RegistryList {

    private static final Template TEMPLATE = Template.of("responsible-people")
            .choice("level", Level.class)
            .columns("institution_code", "unit", "staff_no", "valid_from")
            .key()
            .choice("duty", Duty.class)
            .yesOrNo("full_time")
            .columns("valid_to", "ending_reason");

    private final NamingIntake intake;
    private final UnitRepository units;
    private final ResponsibleRepository people;
    private final MemberDirectory members;

    NamingList(NamingIntake intake, UnitRepository units, ResponsibleRepository people, MemberDirectory members) {
        this.intake = intake;
        this.units = units;
        this.people = people;
        this.members = members;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    @Override
    public Set<Role> importers() {
        return Set.of(Role.HR_OFFICER, Role.ASSOCIATION_ADMIN);
    }

    @Override
    public Taken take(Editor editor, List<Entry> entries) {
        return intake.take(editor, entries);
    }

    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        List<Unit> seen = units.all(export.association()).stream()
                .filter(unit -> export.scope().permits(unit.institution().code()))
                .toList();
        List<Responsible> named = people.of(seen.stream().map(Unit::id).toList(), List.of());
        Map<MemberId, String> staffNos = members.staffNos(
                export.association(),
                named.stream().map(Responsible::member).distinct().toList());
        Map<UUID, List<Responsible>> byUnit = named.stream().collect(Collectors.groupingBy(Responsible::unit));
        seen.forEach(unit -> byUnit.getOrDefault(unit.id(), List.of())
                .forEach(one -> rows.accept(cells(unit, one, staffNos.get(one.member())))));
    }

    private static List<@Nullable String> cells(Unit unit, Responsible one, @Nullable String staffNo) {
        return Arrays.asList(
                unit.level().code(),
                unit.institution().code(),
                unit.name(),
                staffNo,
                one.valid().from().toString(),
                one.duty().code(),
                Boolean.toString(one.fullTime()),
                Objects.toString(one.valid().to(), null),
                one.endingReason());
    }
}
