package org.yilianti.staff.membership.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Role;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.membership.Membership;
import org.yilianti.staff.membership.Membership.Ending;
import org.yilianti.staff.membership.MembershipIntake;
import org.yilianti.staff.membership.MembershipRepository;

/**
 * {@code institution-memberships.v1}: from when to when institutions belonged to the association. A row with a new first day lets one
 * join; one with a known first day and a last ends that period, which stands from then on.
 */
@Component
class MembershipList implements RegistryList {

    private static final Template TEMPLATE = Template.of("institution-memberships")
            .columns("institution_code", "joined_on")
            .key()
            .columns("left_on", "merged_into_code", "reason");
    private static final SortOrder BY_DAY = SortOrder.of(null, Map.of("joinedOn", "p.joined_on"), "joinedOn", "p.id");
    private static final MembershipRepository.Filter ALL = new MembershipRepository.Filter(null, null);

    private final MembershipIntake intake;
    private final MembershipRepository memberships;

    MembershipList(MembershipIntake intake, MembershipRepository memberships) {
        this.intake = intake;
        this.memberships = memberships;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    /** As by form, the association decides and not an institution's office. */
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
                page -> memberships.list(export.association(), export.scope(), ALL, BY_DAY, page),
                row -> SortOrder.cursor(row.period().from(), row.id()),
                page -> page.forEach(row -> rows.accept(cells(row))));
    }

    private static List<@Nullable String> cells(Membership row) {
        return Arrays.asList(
                row.institution().code(),
                row.period().from().toString(),
                Objects.toString(row.period().to(), null),
                Optional.ofNullable(row.ending())
                        .map(Ending::into)
                        .map(InstitutionRef::code)
                        .orElse(null),
                row.reason());
    }
}
