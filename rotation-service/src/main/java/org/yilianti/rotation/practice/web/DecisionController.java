package org.yilianti.rotation.practice.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.idempotency.WithoutIdempotencyKey;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Knowledge;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeQuestion;

/** Answers whether practice is lawful. */
@RestController
class DecisionController {

    private static final Role[] ASKERS = {
        Role.REGISTRAR, Role.HR_OFFICER, Role.SCHEDULER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.INTEGRATION
    };

    /** Above this number only what refuses is told. */
    private static final int EXPLAINED = 100;

    private final LawfulPractice practice;
    private final Institutions institutions;
    private final ProblemFactory texts;
    private final Clock clock;

    DecisionController(LawfulPractice practice, Institutions institutions, ProblemFactory texts, Clock clock) {
        this.practice = practice;
        this.institutions = institutions;
        this.texts = texts;
        this.clock = clock;
    }

    /** One question or many; no change. The sites asked about must be in the caller's scope. Of many only what refuses is told. */
    @PostMapping("/v1/practice-decisions")
    @WithoutIdempotencyKey
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.SCHEDULER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.INTEGRATION})
    DecisionResource decide(@Valid @RequestBody DecisionRequest request, Locale locale, Caller caller) {
        List<PracticeQuestion> questions = request.questions();
        refuseUnknownSites(questions, caller);
        return DecisionResource.of(
                practice.decide(caller.association(), questions, knowledge(request.knownAt())),
                questions.size() <= EXPLAINED,
                texts,
                locale);
    }

    private Knowledge knowledge(@Nullable Instant knownAt) {
        if (knownAt != null && knownAt.isAfter(clock.instant())) {
            throw Refusal.invalid("practice.known-at-future", knownAt).at("/knownAt");
        }
        return new Knowledge(knownAt);
    }

    private void refuseUnknownSites(List<PracticeQuestion> questions, Caller caller) {
        InstitutionScope scope = caller.scope(ASKERS);
        Map<UUID, Institution> sites = institutions.byId(
                caller.association(),
                questions.stream().map(PracticeQuestion::institutionId).collect(Collectors.toSet()));
        List<Violation> violations = new ArrayList<>();
        for (int index = 0; index < questions.size(); index++) {
            UUID id = questions.get(index).institutionId();
            Institution site = sites.get(id);
            if (site == null || !scope.permits(site.code())) {
                violations.add(new Violation("/items/" + index + "/institutionId", "institution.unknown", id));
            }
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
    }
}
