package org.yilianti.rotation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestMonth;
import org.yilianti.rotation.TestRotation;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeDecision;
import org.yilianti.rotation.practice.PracticeQuestion;
import org.yilianti.rotation.solver.Person;
import org.yilianti.rotation.solver.RosterProblem;

/** What the planner holds to be lawful is what the lawful-practice decision says, for everybody, every day and every shift (M1). */
@ServiceTest
class SameDecisionsTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private MonthlyProblems problems;

    @Autowired
    private LawfulPractice practice;

    @Autowired
    private Members members;

    @Test
    void thePlannerPermitsExactlyWhatTheDecisionPermits() {
        TestMonth month = new TestMonth(new TestRotation(port, events));
        month.stateDemand();
        MonthlyProblem built = problems.build(MonthlyPlan.requested(
                TestCaller.ASSOCIATION,
                YearMonth.of(2026, 10),
                Set.of(month.hospital, month.centre),
                1,
                1,
                Instant.now()));
        RosterProblem problem = built.problem();
        List<Boolean> planned = new ArrayList<>();
        List<PracticeQuestion> questions = new ArrayList<>();
        for (Person person : problem.people()) {
            Member member = members.find(TestCaller.ASSOCIATION, UUID.fromString(person.id()))
                    .orElseThrow();
            for (int type = 0; type < problem.shiftTypes().size(); type++) {
                SiteShift at = Objects.requireNonNull(
                        built.shifts().get(problem.shiftTypes().get(type).id()));
                String specialty = at.shift().specialty();
                if (at.shift().category() != member.category()
                        || (specialty != null && !specialty.equals(member.specialty()))) {
                    continue;
                }
                for (int day = 0; day < problem.horizon().days(); day++) {
                    planned.add(person.options().permits(day, type));
                    questions.add(PracticeQuestion.on(
                            problem.horizon().date(day), member.id(), at.institutionId(), specialty));
                }
            }
        }
        List<Boolean> decided = practice.decide(TestCaller.ASSOCIATION, questions).stream()
                .map(PracticeDecision::permitted)
                .toList();
        assertThat(planned).hasSizeGreaterThan(1_000).contains(true, false).isEqualTo(decided);
    }
}
