package org.yilianti.staff.team.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.team.EmergencyTeam;
import org.yilianti.staff.team.Skills;
import org.yilianti.staff.team.TeamDuty;
import org.yilianti.staff.team.TeamIntake;
import org.yilianti.staff.team.TeamMember;
import org.yilianti.staff.team.TeamMemberRepository;
import org.yilianti.staff.team.TeamRepository;

/** {@code emergency-team-members.v1}: who serves in the teams that an office keeps; whoever leaves does so by form. */
@Component
class TeamMemberList implements RegistryList {

    private static final Template TEMPLATE = Template.of("emergency-team-members")
            .columns("institution_code", "team", "staff_no")
            .key()
            .choice("duty", TeamDuty.class)
            .columns("skills");

    private static final SortOrder BY_NAME = SortOrder.of(null, Map.of("name", "t.name"), "name", "t.id");
    private static final TeamRepository.Filter STANDING = new TeamRepository.Filter(null, null, false);

    private final TeamIntake intake;
    private final TeamRepository teams;
    private final TeamMemberRepository services;
    private final MemberDirectory members;

    TeamMemberList(TeamIntake intake, TeamRepository teams, TeamMemberRepository services, MemberDirectory members) {
        this.intake = intake;
        this.teams = teams;
        this.services = services;
        this.members = members;
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
                page -> teams.list(export.association(), export.scope(), STANDING, BY_NAME, page),
                team -> SortOrder.cursor(team.details().name(), team.id()),
                page -> page.forEach(team -> cells(export.association(), team).forEach(rows)));
    }

    private List<List<@Nullable String>> cells(UUID association, EmergencyTeam team) {
        List<TeamMember> serving = services.serving(team.id());
        Map<MemberId, String> staffNos = members.staffNos(
                association, serving.stream().map(TeamMember::member).toList());
        return serving.stream()
                .map(service -> Arrays.<@Nullable String>asList(
                        team.institution().code(),
                        team.details().name(),
                        staffNos.get(service.member()),
                        service.duty().code(),
                        Skills.cell(service.skills())))
                .toList();
    }
}
