package org.yilianti.incentive.evaluation;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.directory.Institution;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.scheme.DataSource;
import org.yilianti.incentive.scheme.IndicatorScheme;
import org.yilianti.incentive.scheme.IndicatorSchemes;
import org.yilianti.incentive.scheme.SchemeId;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;

/** Opens evaluations, takes what is measured, and closes them; an evaluator acts for the institutions of the grant. */
@Service
public class EvaluationManagement {

    private final Evaluations evaluations;
    private final EvaluationInputs inputs;
    private final IndicatorSchemes schemes;
    private final Institutions institutions;
    private final Members members;
    private final AuditTrail audit;
    private final Clock clock;

    EvaluationManagement(
            Evaluations evaluations,
            EvaluationInputs inputs,
            IndicatorSchemes schemes,
            Institutions institutions,
            Members members,
            AuditTrail audit,
            Clock clock) {
        this.evaluations = evaluations;
        this.inputs = inputs;
        this.schemes = schemes;
        this.institutions = institutions;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens an evaluation of known institutions by a published scheme. */
    @Transactional
    public Evaluation open(Caller caller, SchemeId schemeId, YearMonth month, List<UUID> institutionIds) {
        IndicatorScheme scheme = schemes.get(caller.association(), schemeId);
        Evaluation evaluation =
                Evaluation.opened(scheme, month, evaluated(caller, institutionIds), caller.name(), clock.instant());
        requireAll(caller, evaluation);
        evaluations.insert(evaluation);
        record(caller, "evaluation.opened", evaluation, Map.of("schemeId", schemeId.value()));
        return evaluation;
    }

    /**
     * Takes measures, in place of what was entered for the same institution and indicator.
     *
     * @param origin how they came about
     * @throws Refusal 422 when the scheme says that an indicator's values come from elsewhere
     */
    @Transactional
    public Evaluation enter(
            Caller caller, EvaluationId id, ExpectedVersion expected, List<Measure> measures, DataSource origin) {
        return enter(caller, id, expected, measures, origin, EntryRule::item);
    }

    /** As {@link #enter(Caller, EvaluationId, ExpectedVersion, List, DataSource)}, of a file that says where each stands. */
    @Transactional
    Evaluation enter(
            Caller caller,
            EvaluationId id,
            ExpectedVersion expected,
            List<Measure> measures,
            DataSource origin,
            IntFunction<String> at) {
        Evaluation before = evaluations.lock(caller.association(), id);
        requireScope(caller, before, measures.stream().map(Measure::institution).collect(Collectors.toSet()));
        expected.check(before.version());
        EntryRule.check(before, schemes.get(caller.association(), before.scheme()), measures, origin, at);
        Evaluation after = before.entered();
        inputs.enter(caller.association(), id, measures, origin, caller.name());
        evaluations.update(after);
        record(caller, "evaluation.measured", after, Map.of("measures", measures, "origin", origin.code()));
        return after;
    }

    /** Takes the quality of people, in place of what was entered for them; for the whole association only. */
    @Transactional
    public Evaluation enterQuality(
            Caller caller, EvaluationId id, ExpectedVersion expected, List<PersonQuality> qualities) {
        return enterQuality(caller, id, expected, qualities, EntryRule::item);
    }

    /** The same of a file that says where each stands. */
    @Transactional
    Evaluation enterQuality(
            Caller caller,
            EvaluationId id,
            ExpectedVersion expected,
            List<PersonQuality> qualities,
            IntFunction<String> at) {
        caller.require("*", Role.EVALUATOR);
        Evaluation before = evaluations.lock(caller.association(), id);
        expected.check(before.version());
        Set<String> known = members.known(
                caller.association(),
                qualities.stream().map(PersonQuality::staffNo).collect(Collectors.toSet()));
        EntryRule.check(known, qualities, at);
        Evaluation after = before.entered();
        inputs.enterQuality(caller.association(), id, qualities, caller.name());
        evaluations.update(after);
        record(caller, "evaluation.quality-entered", after, Map.of("people", qualities));
        return after;
    }

    /** Scores and closes, as it was read if that is said. */
    @Transactional
    public Evaluation close(Caller caller, EvaluationId id, @Nullable ExpectedVersion expected) {
        Evaluation before = evaluations.lock(caller.association(), id);
        requireAll(caller, before);
        ExpectedVersion.checkIfSent(expected, before.version());
        IndicatorScheme scheme = schemes.get(caller.association(), before.scheme());
        Evaluation.Closing closing = before.closed(scheme, inputs.measures(id), caller.name(), clock.instant());
        inputs.insertScores(caller.association(), id, closing.scores());
        evaluations.updateScores(closing.evaluation());
        evaluations.update(closing.evaluation());
        record(
                caller,
                "evaluation.closed",
                closing.evaluation(),
                Map.of("institutions", closing.evaluation().institutions()));
        return closing.evaluation();
    }

    private List<EvaluatedInstitution> evaluated(Caller caller, List<UUID> ids) {
        List<Institution> known = institutions.find(caller.association(), ids);
        Set<UUID> unknown = new HashSet<>(ids);
        known.forEach(one -> unknown.remove(one.id()));
        if (!unknown.isEmpty()) {
            throw Refusal.invalid(
                            "evaluation.institution-unknown", unknown.iterator().next())
                    .at("/institutionIds");
        }
        return known.stream()
                .map(one -> new EvaluatedInstitution(one.id(), one.code(), one.name(), null))
                .toList();
    }

    private static void requireAll(Caller caller, Evaluation evaluation) {
        evaluation.institutions().forEach(one -> caller.require(one.code(), Role.EVALUATOR));
    }

    private static void requireScope(Caller caller, Evaluation evaluation, Collection<UUID> touched) {
        evaluation.institutions().stream()
                .filter(one -> touched.contains(one.id()))
                .forEach(one -> caller.require(one.code(), Role.EVALUATOR));
    }

    private void record(Caller caller, String action, Evaluation evaluation, Map<String, ?> what) {
        audit.record(AuditRecord.of(
                caller,
                action,
                "evaluation",
                evaluation.id().value(),
                null,
                Map.of(
                        "version",
                        evaluation.version(),
                        "month",
                        evaluation.month().toString(),
                        "change",
                        what)));
    }
}
