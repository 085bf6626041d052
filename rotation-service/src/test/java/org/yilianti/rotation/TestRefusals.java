package org.yilianti.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.yilianti.platform.test.TestApi;

/** What a refusal owes whoever reads it: a code for programs and a sentence in either language. */
final class TestRefusals {

    private TestRefusals() {}

    /** Asks twice, in each language, what is refused both times; gives the one answer's code. */
    static String told(TestApi caller, Function<TestApi, TestApi.Answer> question) {
        TestApi.Answer english = question.apply(caller.inLanguage("en"));
        TestApi.Answer chinese = question.apply(caller.inLanguage("zh-CN"));
        assertProblem(english);
        assertProblem(chinese);
        assertThat(chinese.code()).isEqualTo(english.code());
        assertThat(sentence(english)).doesNotContainPattern("\\p{IsHan}").isNotEqualTo(english.code());
        assertThat(sentence(chinese)).containsPattern("\\p{IsHan}");
        return english.code();
    }

    /** A refusal (4xx) with a code. */
    static void assertProblem(TestApi.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).as(answer.body()).matches("[a-z][a-z0-9.-]+");
    }

    /** The first reason where there are several, else the whole. */
    private static String sentence(TestApi.Answer answer) {
        String first = answer.json().path("errors").path(0).path("message").asString();
        return first.isEmpty() ? answer.json().path("detail").asString() : first;
    }
}
