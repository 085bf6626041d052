package org.yilianti.staff.recruitment.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.bulk.LeavingList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.recruitment.Objection;
import org.yilianti.staff.recruitment.ObjectionRepository;
import org.yilianti.staff.recruitment.Progress.Step;

/**
 * {@code recruitment-objections.v1}: for export only; what is said against a ranking is recorded during its notice and decided by a second
 * person.
 */
@Component
class ObjectionList implements LeavingList {

    private static final Template TEMPLATE = Template.of("recruitment-objections")
            .columns(
                    "objection_id", "campaign_id", "round", "application_id", "statement", "recorded_at", "recorded_by")
            .choice("state", Objection.State.class)
            .columns("decided_at", "decided_by", "reason");

    private static final SortOrder BY_STATE = SortOrder.of(null, Map.of("state", "o.state"), "state", "o.id");

    private final ObjectionRepository objections;

    ObjectionList(ObjectionRepository objections) {
        this.objections = objections;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    /** Those to campaigns that are held within scope. */
    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        WholeList.forEach(
                page -> objections.list(export.association(), export.scope(), null, null, BY_STATE, page),
                row -> SortOrder.cursor(row.state().code(), row.id()),
                page -> page.forEach(objection -> rows.accept(cells(objection))));
    }

    private static List<@Nullable String> cells(Objection objection) {
        Optional<Step> decided = Optional.ofNullable(objection.decided());
        return Arrays.asList(
                objection.id().toString(),
                objection.campaign().toString(),
                Integer.toString(objection.round()),
                Objects.toString(objection.application(), null),
                objection.statement(),
                objection.recorded().at().toString(),
                objection.recorded().by(),
                objection.state().code(),
                decided.map(step -> step.at().toString()).orElse(null),
                decided.map(Step::by).orElse(null),
                objection.reason());
    }
}
