package org.yilianti.staff.responsibility.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Role;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.responsibility.Level;
import org.yilianti.staff.responsibility.Unit;
import org.yilianti.staff.responsibility.UnitIntake;
import org.yilianti.staff.responsibility.UnitRepository;

/** {@code responsibility-units.v1}: the tree, the upper levels first, so that a parent stands before what is under it. */
@Component
class UnitList implements RegistryList {

    private static final Template TEMPLATE = Template.of("responsibility-units")
            .choice("level", Level.class)
            .columns("institution_code", "name", "valid_from")
            .key()
            .columns("parent_institution_code", "parent_name", "valid_to");

    private final UnitIntake intake;
    private final UnitRepository units;

    UnitList(UnitIntake intake, UnitRepository units) {
        this.intake = intake;
        this.units = units;
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

    /** An association has as many units as institutions and a few more: they are read at once. */
    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        List<Unit> all = units.all(export.association());
        Map<UUID, Unit> byId = all.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        all.stream()
                .filter(unit -> export.scope().permits(unit.institution().code()))
                .forEach(unit -> rows.accept(cells(unit, byId)));
    }

    private static List<@Nullable String> cells(Unit unit, Map<UUID, Unit> byId) {
        Optional<Unit> parent = Optional.ofNullable(unit.parent()).map(byId::get);
        return Arrays.asList(
                unit.level().code(),
                unit.institution().code(),
                unit.name(),
                unit.valid().from().toString(),
                parent.map(above -> above.institution().code()).orElse(null),
                parent.map(Unit::name).orElse(null),
                Objects.toString(unit.valid().to(), null));
    }
}
