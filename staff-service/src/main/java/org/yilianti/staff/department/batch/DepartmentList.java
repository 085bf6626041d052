package org.yilianti.staff.department.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.department.Department;
import org.yilianti.staff.department.DepartmentDirectory;
import org.yilianti.staff.department.DepartmentKind;
import org.yilianti.staff.department.DepartmentManagement;
import org.yilianti.staff.department.DepartmentTerm;
import org.yilianti.staff.department.DepartmentTerm.Head;
import org.yilianti.staff.department.DepartmentTerm.Parent;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;

/**
 * {@code departments.v1}: a row says what is so of a department from a day on. One with a known first day corrects that; a later first day
 * is a change from that day; a last row with an end closes the department. A parent stands in an earlier row.
 */
@Component
class DepartmentList implements RegistryList {

    private static final Template TEMPLATE = Template.of("departments")
            .columns("institution_code", "code", "valid_from")
            .key()
            .columns("name", "name_en")
            .choice("kind", DepartmentKind.class)
            .columns("specialty", "parent_code", "head_staff_no", "valid_to");

    private static final SortOrder BY_PLACE =
            SortOrder.of(null, Map.of("institutionCode", "i.code"), "institutionCode", "d.id");

    private final DepartmentManagement management;
    private final DepartmentDirectory departments;

    DepartmentList(DepartmentManagement management, DepartmentDirectory departments) {
        this.management = management;
        this.departments = departments;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    @Override
    public Taken take(Editor editor, List<Entry> entries) {
        return management.take(editor, entries);
    }

    /** Each institution's in the order in which they were opened, so that a parent mostly stands before what is under it. */
    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        WholeList.forEach(
                page -> departments.all(export.association(), export.scope(), BY_PLACE, page),
                row -> SortOrder.cursor(row.institution().code(), row.id()),
                page -> page.forEach(
                        department -> department.terms().forEach(term -> rows.accept(cells(department, term)))));
    }

    private static List<@Nullable String> cells(Department department, DepartmentTerm term) {
        return Arrays.asList(
                department.institution().code(),
                department.code(),
                term.valid().from().toString(),
                term.name(),
                term.nameEn(),
                term.kind().code(),
                term.specialty(),
                Optional.ofNullable(term.parent()).map(Parent::code).orElse(null),
                Optional.ofNullable(term.head()).map(Head::staffNo).orElse(null),
                Objects.toString(term.valid().to(), null));
    }
}
