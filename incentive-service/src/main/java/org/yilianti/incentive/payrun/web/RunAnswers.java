package org.yilianti.incentive.payrun.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.payrun.Calculation;
import org.yilianti.incentive.payrun.CalculationParts;
import org.yilianti.incentive.payrun.CalculationQueue;
import org.yilianti.incentive.payrun.PayRun;
import org.yilianti.incentive.payrun.PayRunJournal;
import org.yilianti.incentive.payrun.RuleBook;
import org.yilianti.incentive.payrun.ShareReport;
import org.yilianti.incentive.payrun.web.RunAnswer.CalculationAnswer;
import org.yilianti.incentive.payrun.web.RunAnswer.RunInstitution;
import org.yilianti.incentive.payrun.web.RunAnswer.RunNote;
import org.yilianti.incentive.payscheme.PaySchemeId;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.ProblemFactory;

/** Puts together the full answer about a run, in the caller's language. */
@Component
class RunAnswers {

    private final CalculationQueue calculations;
    private final CalculationParts parts;
    private final ShareReport report;
    private final PayRunJournal journal;
    private final RuleBook rules;
    private final ProblemFactory messages;

    RunAnswers(
            CalculationQueue calculations,
            CalculationParts parts,
            ShareReport report,
            PayRunJournal journal,
            RuleBook rules,
            ProblemFactory messages) {
        this.calculations = calculations;
        this.parts = parts;
        this.report = report;
        this.journal = journal;
        this.rules = rules;
        this.messages = messages;
    }

    RunAnswer of(PayRun run, Locale locale) {
        List<ShareReport.Share> shares = run.statements() == 0 ? List.of() : report.shares(run.id());
        return new RunAnswer(
                run.id().value(),
                run.version(),
                run.month(),
                run.kind().code(),
                run.evaluation().value(),
                run.pool().value(),
                run.status().code(),
                run.poolAmount().fen(),
                run.payable().fen(),
                run.paid().fen(),
                run.statements(),
                run.createdBy(),
                run.calculatedBy(),
                run.reviewedBy(),
                run.statements() == 0 ? null : payScheme(run),
                calculations.last(run.id()).map(one -> calculation(one, locale)).orElse(null),
                shares.stream().map(RunInstitution::of).toList(),
                shares.stream()
                        .filter(ShareReport.Share::wasRedistributed)
                        .map(share -> redistributed(share, locale))
                        .toList(),
                journal.steps(run.id()));
    }

    private @Nullable UUID payScheme(PayRun run) {
        PaySchemeId scheme = rules.scheme(run.id());
        return scheme == null ? null : scheme.value();
    }

    private CalculationAnswer calculation(Calculation one, Locale locale) {
        CalculationParts.Progress progress = parts.progress(one.id());
        return new CalculationAnswer(
                one.status(),
                one.stage(),
                progress.done(),
                progress.parts(),
                one.requestedBy(),
                one.requestedAt(),
                failure(one, locale));
    }

    private @Nullable RunNote failure(Calculation one, Locale locale) {
        String code = one.failureCode();
        return code == null
                ? null
                : new RunNote(code, messages.text(code, one.failureArgs().toArray(), locale));
    }

    private RunNote redistributed(ShareReport.Share share, Locale locale) {
        Object[] args = {
            share.code(), share.name(), Money.ofFen(share.shareFen()).toString()
        };
        String code = "payrun.share-redistributed";
        return new RunNote(code, messages.text(code, args, locale));
    }
}
