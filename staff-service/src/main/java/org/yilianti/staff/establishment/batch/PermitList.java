package org.yilianti.staff.establishment.batch;

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
import org.yilianti.staff.establishment.AuthorisedPost;
import org.yilianti.staff.establishment.EstablishmentDirectory;
import org.yilianti.staff.establishment.Permit;
import org.yilianti.staff.establishment.PermitIntake;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;

/** {@code establishment-permits.v1}: leave to employ more people than a line says, past and coming included. */
@Component
class PermitList implements RegistryList {

    private static final Template TEMPLATE = Template.of("establishment-permits")
            .columns("authorised_post", "valid_from")
            .key()
            .columns("valid_to", "extra", "reason");
    private static final SortOrder BY_PLACE =
            SortOrder.of(null, Map.of("institutionCode", "at_i.code"), "institutionCode", "p.id");

    private final PermitIntake intake;
    private final EstablishmentDirectory directory;

    PermitList(PermitIntake intake, EstablishmentDirectory directory) {
        this.intake = intake;
        this.directory = directory;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    /** As by form, the association decides. */
    @Override
    public Set<Role> importers() {
        return Set.of(Role.ASSOCIATION_ADMIN);
    }

    @Override
    public Taken take(Editor editor, List<Entry> entries) {
        return intake.take(editor, entries);
    }

    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        WholeList.forEach(
                page -> directory.all(export.association(), export.scope(), BY_PLACE, page),
                row -> SortOrder.cursor(row.institution().code(), row.id()),
                page -> rows(page, rows));
    }

    private void rows(List<AuthorisedPost> page, Consumer<List<@Nullable String>> rows) {
        Map<UUID, List<Permit>> granted = directory.permits(page).stream().collect(Collectors.groupingBy(Permit::post));
        page.forEach(
                post -> granted.getOrDefault(post.id(), List.of()).forEach(permit -> rows.accept(cells(post, permit))));
    }

    private static List<@Nullable String> cells(AuthorisedPost post, Permit permit) {
        return Arrays.asList(
                post.externalId(),
                permit.valid().from().toString(),
                Objects.toString(permit.valid().to(), null),
                Integer.toString(permit.extra()),
                permit.reason());
    }
}
