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
import org.yilianti.staff.member.NationalId;
import org.yilianti.staff.member.Phone;
import org.yilianti.staff.member.Sex;
import org.yilianti.staff.member.Title;
import org.yilianti.staff.recruitment.Application;
import org.yilianti.staff.recruitment.ApplicationDirectory;
import org.yilianti.staff.recruitment.Candidate;
import org.yilianti.staff.recruitment.Education;

/**
 * {@code recruitment-applications.v1}: for export only, to the offices that hold the campaign or have the position; numbers are masked
 * unless they are revealed. Whether somebody may compete is decided one by one, and scores come back as a list of their own, which is
 * taken whole.
 */
@Component
class ApplicationList implements LeavingList {

    private static final Template TEMPLATE = Template.of("recruitment-applications")
            .columns("application_id", "campaign_id", "position_id", "institution_code", "name")
            .choice("sex", Sex.class)
            .columns("birth_date", "national_id", "phone")
            .choice("education", Education.class)
            .choice("title", Title.class)
            .columns("specialty", "licence_number", "grounds")
            .choice("state", Application.State.class)
            .columns("paper", "interview");

    private static final SortOrder BY_NAME =
            SortOrder.of(null, Map.of("name", ApplicationDirectory.NAME), "name", "a.id");
    private static final ApplicationDirectory.Filter ALL = new ApplicationDirectory.Filter(null, null, null, null);

    private final ApplicationDirectory directory;

    ApplicationList(ApplicationDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        WholeList.forEach(
                page -> directory.list(export.association(), export.scope(), ALL, BY_NAME, page),
                row -> SortOrder.cursor(row.candidate().name(), row.id()),
                page -> page.forEach(row -> rows.accept(cells(row, export.revealed()))));
    }

    private static List<@Nullable String> cells(Application row, boolean revealed) {
        Candidate candidate = row.candidate();
        return Arrays.asList(
                row.id().toString(),
                row.campaign().toString(),
                row.position().toString(),
                row.institution().code(),
                candidate.name(),
                candidate.sex().code(),
                candidate.birthDate().toString(),
                Optional.ofNullable(candidate.nationalId())
                        .map(revealed ? NationalId::value : NationalId::masked)
                        .orElse(null),
                Optional.ofNullable(candidate.phone())
                        .map(revealed ? Phone::value : Phone::masked)
                        .orElse(null),
                candidate.education().code(),
                candidate.title().code(),
                candidate.specialty(),
                candidate.licenceNumber(),
                String.join(" ", candidate.grounds()),
                row.state().code(),
                Objects.toString(row.scores().paper(), null),
                Objects.toString(row.scores().interview(), null));
    }
}
