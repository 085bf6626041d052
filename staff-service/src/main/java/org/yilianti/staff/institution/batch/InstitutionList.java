package org.yilianti.staff.institution.batch;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.Institution;
import org.yilianti.staff.institution.InstitutionDetails;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionFilter;
import org.yilianti.staff.institution.InstitutionIntake;
import org.yilianti.staff.institution.Setting;
import org.yilianti.staff.institution.Tier;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;

/** {@code institutions.v1.csv}. */
@Component
class InstitutionList implements RegistryList {

    private static final Template TEMPLATE = Template.of("institutions")
            .columns("code", "name", "name_en")
            .choice("tier", Tier.class)
            .yesOrNo("lead")
            .choice("setting", Setting.class)
            .columns("population", "area_km2", "latitude", "longitude", "parent_code");

    private static final SortOrder BY_CODE = SortOrder.of(null, Map.of("code", "i.code"), "code", "i.id");

    private final InstitutionIntake intake;
    private final InstitutionDirectory directory;

    InstitutionList(InstitutionIntake intake, InstitutionDirectory directory) {
        this.intake = intake;
        this.directory = directory;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    @Override
    public Taken take(Editor editor, List<Entry> entries) {
        return intake.take(editor, entries);
    }

    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        WholeList.forEach(
                page -> directory.list(export.association(), export.scope(), InstitutionFilter.NONE, BY_CODE, page),
                row -> SortOrder.cursor(row.details().code(), row.id()),
                page -> page.forEach(row -> rows.accept(cells(row))));
    }

    private static List<@Nullable String> cells(Institution institution) {
        InstitutionDetails details = institution.details();
        return Arrays.asList(
                details.code(),
                details.name(),
                details.nameEn(),
                details.tier().code(),
                Boolean.toString(details.lead()),
                details.setting().code(),
                Integer.toString(details.population()),
                text(details.areaKm2()),
                text(details.latitude()),
                text(details.longitude()),
                details.parentCode());
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
