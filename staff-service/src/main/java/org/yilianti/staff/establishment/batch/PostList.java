package org.yilianti.staff.establishment.batch;

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
import org.yilianti.staff.establishment.AuthorisedPost;
import org.yilianti.staff.establishment.EstablishmentDirectory;
import org.yilianti.staff.establishment.EstablishmentIntake;
import org.yilianti.staff.establishment.PostDetails;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.member.StaffCategory;
import org.yilianti.staff.member.Title;

/** {@code authorised-posts.v1}: past and coming lines included. */
@Component
class PostList implements RegistryList {

    private static final Template TEMPLATE = Template.of("authorised-posts")
            .columns("external_id", "institution_code", "department")
            .choice("category", StaffCategory.class)
            .choice("title", Title.class)
            .columns("headcount", "valid_from", "valid_to", "reason");

    private static final SortOrder BY_PLACE =
            SortOrder.of(null, Map.of("institutionCode", "at_i.code"), "institutionCode", "p.id");

    private final EstablishmentIntake intake;
    private final EstablishmentDirectory directory;

    PostList(EstablishmentIntake intake, EstablishmentDirectory directory) {
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
                page -> directory.all(export.association(), export.scope(), BY_PLACE, page),
                row -> SortOrder.cursor(row.institution().code(), row.id()),
                page -> page.forEach(row -> rows.accept(cells(row))));
    }

    private static List<@Nullable String> cells(AuthorisedPost post) {
        PostDetails details = post.details();
        Title title = details.title();
        return Arrays.asList(
                post.externalId(),
                post.institution().code(),
                details.department(),
                details.category().code(),
                title == null ? null : title.code(),
                Integer.toString(details.headcount()),
                details.valid().from().toString(),
                Objects.toString(details.valid().to(), null),
                post.reason());
    }
}
