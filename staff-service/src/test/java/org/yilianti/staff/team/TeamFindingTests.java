package org.yilianti.staff.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.team.EmergencyTeam.Details;
import org.yilianti.staff.team.EmergencyTeam.Renewal;
import org.yilianti.staff.team.EmergencyTeam.SkillNeed;
import org.yilianti.staff.team.TeamMember.Reliance;

/** R12: what is found lacking, and how readiness grows old. */
class TeamFindingTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final TeamRules SMALL = new TeamRules(2, 1, 1, 1, 3, 120, 180, 12, List.of(30));

    private final EmergencyTeam team = EmergencyTeam.setUp(
            UUID.randomUUID(),
            new InstitutionRef(new InstitutionId(Ids.next()), "H01"),
            new Details("team", "flood", List.of(new SkillNeed("triage", 1))),
            new DatePeriod(TODAY.minusYears(3).plusDays(1), TODAY.plusDays(1)),
            NOW,
            "founder");

    private TeamMember serving(TeamDuty duty, String... skills) {
        return TeamMember.begun(team, new MemberId(UUID.randomUUID()), duty, List.of(skills), TODAY);
    }

    private TeamFinding finding(String rule, List<TeamMember> serving, @Nullable LocalDate lastDrill) {
        return TeamFinding.of(team, SMALL, new TeamFinding.Facts(serving, 0, lastDrill, TODAY, NOW)).stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theReserveNeitherCountsAsMembersNorBringsTheirSkills() {
        List<TeamMember> serving = List.of(serving(TeamDuty.LEADER), serving(TeamDuty.RESERVE, "triage"));
        assertThat(finding("members", serving, null).gap()).isEqualTo(1);
        assertThat(finding("reserve", serving, null).met()).isTrue();
        assertThat(finding("skill:triage", serving, null).gap()).isEqualTo(1);
        assertThat(finding("deputies", serving, null).gap()).isEqualTo(1);
    }

    @Test
    void readyIsWhoSaidSoLatelyAndIsSoonEnough() {
        TeamMember soon = serving(TeamDuty.MEMBER).declared(120, NOW, "x");
        TeamMember slow = serving(TeamDuty.MEMBER).declared(121, NOW, "x");
        TeamMember unable = serving(TeamDuty.MEMBER).declared(null, NOW, "x");
        TeamMember long_ = serving(TeamDuty.MEMBER).declared(5, NOW.minus(Duration.ofDays(181)), "x");
        TeamMember seen = long_.verified(NOW.minus(Duration.ofDays(180)), "y");
        TeamFinding ready = finding("ready", List.of(soon, slow, unable, long_, seen), null);
        assertThat(ready.required()).isEqualTo(5);
        assertThat(ready.actual()).isEqualTo(2);
        assertThat(unable.reliance(NOW, 180)).isEqualTo(Reliance.NOT_READY);
        assertThat(long_.reliance(NOW, 180)).isEqualTo(Reliance.STALE);
        assertThat(seen.reliance(NOW, 180)).isEqualTo(Reliance.VERIFIED);
        assertThat(serving(TeamDuty.MEMBER).reliance(NOW, 180)).isEqualTo(Reliance.NOT_DECLARED);
        assertThatThrownBy(() -> unable.verified(NOW, "y")).hasMessage("team.nothing-declared");
        assertThatThrownBy(() -> soon.verified(NOW, "x")).hasMessage("team.own-declaration");
    }

    @Test
    void aDrillIsDueAYearAfterTheLastAndTheTermOnItsDay() {
        assertThat(finding("drill", List.of(), TODAY.minusYears(1).plusDays(1)).met())
                .isTrue();
        TeamFinding due = finding("drill", List.of(), TODAY.minusYears(1));
        assertThat(due.met()).isFalse();
        assertThat(due.gap()).isEqualTo(1);
        assertThat(finding("drill", List.of(), null).met()).isFalse();
        assertThat(finding("term", List.of(), null).actual()).isEqualTo(1);
    }

    @Test
    void theNextTermFollowsThePresentOneOrBeginsToday() {
        EmergencyTeam next = team.renewed(TODAY, 3, new Renewal(NOW, "registrar"));
        assertThat(next.term())
                .isEqualTo(new DatePeriod(TODAY.plusDays(1), TODAY.plusDays(1).plusYears(3)));
        assertThatThrownBy(() -> next.renewed(TODAY, 3, new Renewal(NOW, "registrar")))
                .hasMessage("team.term-coming");
        LocalDate later = TODAY.plusDays(9);
        assertThat(team.renewed(later, 3, new Renewal(NOW, "registrar")).term().from())
                .isEqualTo(later);
        assertThatThrownBy(() -> team.renewed(TODAY, 3, new Renewal(NOW, "founder")))
                .hasMessage("team.own-team");
    }

    @Test
    void numbersThatMakeNoSenseAreNoPolicy() {
        assertThatThrownBy(() -> new TeamRules(0, 1, 1, 1, 3, 120, 180, 12, List.of(1)))
                .hasMessage("policy.team-size-unfit");
        assertThatThrownBy(() -> new TeamRules(1, 1, 2, 1, 3, 120, 180, 12, List.of(1)))
                .hasMessage("policy.team-size-unfit");
        assertThatThrownBy(() -> new TeamRules(1, 1, 1, 1, 3, 0, 180, 12, List.of(1)))
                .hasMessage("policy.team-times-unfit");
        assertThatThrownBy(() -> new TeamRules(1, 1, 1, 1, 3, 1, 180, 12, List.of()))
                .hasMessage("policy.lead-days-unfit");
        assertThat(TeamRules.standard().readyMinutes()).isEqualTo(120);
    }
}
