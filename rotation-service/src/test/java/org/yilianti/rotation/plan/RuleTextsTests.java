package org.yilianti.rotation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yilianti.rotation.solver.Rule;

/** M8: whatever a plan is judged by has a name and its sentences in both languages. */
class RuleTextsTests {

    private static final Properties ENGLISH = texts("messages.properties");
    private static final Properties CHINESE = texts("messages_zh.properties");

    @ParameterizedTest
    @EnumSource
    void everyRuleHasANameInBothLanguages(Rule rule) {
        assertBoth("rule." + rule.code());
    }

    @ParameterizedTest
    @EnumSource
    void everyHardRuleSaysInBothLanguagesWhyAShiftIsUnmetAndWhyADutyIsRefused(Rule rule) {
        if (rule.hard()) {
            assertBoth("unmet." + rule.code());
            assertBoth("duty.rule." + rule.code());
        }
    }

    private static void assertBoth(String key) {
        assertThat(ENGLISH.getProperty(key)).as(key).isNotBlank();
        assertThat(CHINESE.getProperty(key))
                .as(key + " in Chinese")
                .isNotBlank()
                .containsPattern("\\p{IsHan}");
    }

    private static Properties texts(String file) {
        Properties texts = new Properties();
        try (var in = Objects.requireNonNull(RuleTextsTests.class.getResourceAsStream("/" + file))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        return texts;
    }
}
