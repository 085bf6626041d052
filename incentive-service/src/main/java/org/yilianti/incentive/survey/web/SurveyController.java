package org.yilianti.incentive.survey.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.survey.Survey;
import org.yilianti.incentive.survey.SurveyManagement;
import org.yilianti.incentive.survey.SurveyManagement.Reply;
import org.yilianti.incentive.survey.SurveyManagement.Taken;
import org.yilianti.incentive.survey.Surveys;
import org.yilianti.incentive.survey.web.QuestionSetController.QuestionSetAnswer;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Violation;

/** Surveys: hands out tokens, takes answers, tells how many came in. What they say is told by the campaign once it is closed. */
@RestController
class SurveyController {

    private final SurveyManagement management;
    private final Surveys surveys;
    private final ProblemFactory texts;

    SurveyController(SurveyManagement management, Surveys surveys, ProblemFactory texts) {
        this.management = management;
        this.surveys = surveys;
        this.texts = texts;
    }

    @GetMapping("/v1/surveys/{id}")
    @Requires({Role.EVALUATOR, Role.AUDITOR, Role.INTEGRATION})
    SurveyAnswer read(@PathVariable UUID id, Caller caller) {
        Survey survey =
                surveys.get(caller.association(), id, caller.scope(Role.EVALUATOR, Role.AUDITOR, Role.INTEGRATION));
        return new SurveyAnswer(
                id,
                survey.open(),
                QuestionSetAnswer.of(survey.questions()),
                survey.subjects().stream().map(one -> progress(id, one.code())).toList());
    }

    private SubjectProgress progress(UUID id, String subject) {
        Surveys.Response response = surveys.response(id, subject);
        return new SubjectProgress(subject, response.tokens(), response.answered(), surveys.papers(id, subject));
    }

    /** Makes the tokens of a batch named by the caller. They are shown this once; a lost batch is replaced by another. */
    @PutMapping("/v1/surveys/{id}/token-batches/{batch}")
    @Requires(Role.EVALUATOR)
    @ResponseStatus(HttpStatus.CREATED)
    TokenBatch issue(
            @PathVariable UUID id, @PathVariable String batch, @Valid @RequestBody BatchOrder order, Caller caller) {
        return new TokenBatch(batch, management.issue(caller, id, batch, order.subject(), order.count()));
    }

    /** Takes the answer of whoever holds the token; a second one is refused (409) and changes nothing. */
    @PutMapping("/v1/surveys/{id}/answers")
    @Requires({Role.INTEGRATION, Role.EVALUATOR})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable UUID id, @Valid @RequestBody ReplyOrder order, Caller caller) {
        management.answer(caller, id, order.toReply());
    }

    /** Takes answers from paper, many at a time, and says of each that was refused why; sent again, it changes nothing. */
    @PutMapping("/v1/surveys/{id}/answer-imports")
    @Requires({Role.INTEGRATION, Role.EVALUATOR})
    AnswerImport importAll(
            @PathVariable UUID id, @Valid @RequestBody AnswerImportOrder order, Caller caller, Locale locale) {
        List<Taken> rows = management.answerAll(
                caller, id, order.items().stream().map(ReplyOrder::toReply).toList());
        List<RefusedAnswer> refused = rows.stream()
                .filter(one -> one.violation() != null)
                .map(one -> refused(one, locale))
                .toList();
        return new AnswerImport(rows.size() - refused.size(), refused.size(), refused);
    }

    private RefusedAnswer refused(Taken one, Locale locale) {
        Violation why = one.violation();
        String code = why == null ? "" : why.code();
        return new RefusedAnswer(one.row(), code, texts.text(code, why == null ? new Object[0] : why.args(), locale));
    }

    /** How many tokens to make, about which subject. */
    record BatchOrder(
            @NotBlank @Size(max = 110) String subject,
            @NotNull @Min(1) @Max(2000) Integer count) {}

    /** Tokens that were made; each answers once. */
    record TokenBatch(String batch, List<String> tokens) {}

    /** What was answered: a number by code of the question; what was left out is left out. */
    record ReplyOrder(
            @NotBlank @Size(max = 100) String token,
            @NotEmpty @Size(max = 100) Map<String, @NotNull Integer> answers) {

        Reply toReply() {
            return new Reply(token, answers);
        }
    }

    /** Many answers. */
    record AnswerImportOrder(@NotEmpty @Size(max = 2000) List<@Valid @NotNull ReplyOrder> items) {}

    /** How many answers were taken, and why the others were not. */
    record AnswerImport(int taken, int refused, List<RefusedAnswer> rows) {}

    /** An answer by its place, from 1. */
    record RefusedAnswer(int row, String code, String message) {}

    /** How far a subject's survey has come: tokens handed out and used, and paper questionnaires counted without one. */
    record SubjectProgress(String subject, long tokens, long answered, long papers) {}

    /** A survey as callers see it, with the subjects in their scope. */
    record SurveyAnswer(UUID id, boolean open, QuestionSetAnswer questions, List<SubjectProgress> subjects) {}
}
