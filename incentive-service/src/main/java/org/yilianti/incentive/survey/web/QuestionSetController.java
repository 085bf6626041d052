package org.yilianti.incentive.survey.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.survey.Question;
import org.yilianti.incentive.survey.QuestionSet;
import org.yilianti.incentive.survey.QuestionSetManagement;
import org.yilianti.incentive.survey.QuestionSets;
import org.yilianti.incentive.survey.Topic;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** Writes and shows question sets. */
@RestController
class QuestionSetController {

    private final QuestionSetManagement management;
    private final QuestionSets sets;

    QuestionSetController(QuestionSetManagement management, QuestionSets sets) {
        this.management = management;
        this.sets = sets;
    }

    @PostMapping("/v1/question-sets")
    @Requires(Role.EVALUATOR)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<QuestionSetAnswer> write(@Valid @RequestBody QuestionSetOrder order, Caller caller) {
        QuestionSet set = management.write(
                caller,
                order.name(),
                order.questions().stream().map(QuestionOrder::toQuestion).toList());
        return ResponseEntity.created(URI.create("/v1/question-sets/" + set.id()))
                .body(QuestionSetAnswer.of(set));
    }

    @GetMapping("/v1/question-sets")
    @Requires({Role.EVALUATOR, Role.AUDITOR, Role.INTEGRATION})
    Page<QuestionSetAnswer> list(PageRequest page, Caller caller) {
        return Page.of(sets.list(caller.association(), page), page, one -> Cursor.of(one.id()))
                .map(QuestionSetAnswer::of);
    }

    @GetMapping("/v1/question-sets/{id}")
    @Requires({Role.EVALUATOR, Role.AUDITOR, Role.INTEGRATION})
    QuestionSetAnswer read(@PathVariable UUID id, Caller caller) {
        return QuestionSetAnswer.of(sets.get(caller.association(), id));
    }

    /** A set to keep. */
    record QuestionSetOrder(
            @NotBlank @Size(max = 200) String name,
            @NotEmpty @Size(max = 100) List<@Valid @NotNull QuestionOrder> questions) {}

    /**
     * A question to ask.
     *
     * @param kind {@code yes-no} or {@code scale}
     * @param steps of a scale, 2 to 10; 5 when it is left out
     */
    record QuestionOrder(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,49}") String code,

            @NotNull @Pattern(regexp = "awareness|satisfaction|utilisation") String topic,

            @NotNull @Pattern(regexp = "yes-no|scale") String kind,

            @Nullable Integer steps,
            @NotBlank @Size(max = 500) String text,
            @Size(max = 500) @Nullable String textEn) {

        private static final int USUAL_STEPS = 5;

        Question toQuestion() {
            boolean scale = kind.equals("scale");
            int usual = scale ? USUAL_STEPS : 2;
            return new Question(code, Topic.of(topic), scale, Objects.requireNonNullElse(steps, usual), text, textEn);
        }
    }

    /** A question as it is shown; answers are 0 or 1 to {@code yes-no}, 1 to {@code steps} on a scale. */
    record QuestionAnswer(
            String code,
            String topic,
            String kind,
            int steps,
            String text,
            @Nullable String textEn) {

        static QuestionAnswer of(Question one) {
            return new QuestionAnswer(
                    one.code(),
                    one.topic().code(),
                    one.scale() ? "scale" : "yes-no",
                    one.steps(),
                    one.text(),
                    one.textEn());
        }
    }

    /** A set as callers see it. */
    record QuestionSetAnswer(
            UUID id, String name, int edition, List<QuestionAnswer> questions, String createdBy, Instant createdAt) {

        static QuestionSetAnswer of(QuestionSet one) {
            return new QuestionSetAnswer(
                    one.id(),
                    one.name(),
                    one.edition(),
                    one.questions().stream().map(QuestionAnswer::of).toList(),
                    one.createdBy(),
                    one.createdAt());
        }
    }
}
