package org.yilianti.staff.institution.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.FunctionManagement;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionFilter;
import org.yilianti.staff.institution.InstitutionFunction;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;

/** {@code institution-functions.v1}: what institutions are there for, from one day to another. */
@Component
class InstitutionFunctionList implements RegistryList {

    private static final Template TEMPLATE = Template.of("institution-functions")
            .columns("institution_code")
            .choice("function", InstitutionFunction.class)
            .columns("valid_from")
            .key()
            .columns("valid_to");

    private static final SortOrder BY_CODE = SortOrder.of(null, Map.of("code", "i.code"), "code", "i.id");

    private final FunctionManagement management;
    private final InstitutionDirectory directory;

    InstitutionFunctionList(FunctionManagement management, InstitutionDirectory directory) {
        this.management = management;
        this.directory = directory;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    @Override
    public Taken take(Editor editor, List<Entry> entries) {
        return management.take(editor, entries);
    }

    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        WholeList.forEach(
                page -> directory.list(export.association(), export.scope(), InstitutionFilter.NONE, BY_CODE, page),
                row -> SortOrder.cursor(row.details().code(), row.id()),
                page -> page.forEach(institution -> institution
                        .functions()
                        .forEach(term -> rows.accept(Arrays.asList(
                                institution.details().code(),
                                term.function().code(),
                                term.valid().from().toString(),
                                Objects.toString(term.valid().to(), null))))));
    }
}
