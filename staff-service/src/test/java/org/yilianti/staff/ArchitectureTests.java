package org.yilianti.staff;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** Rules of the house that the compiler cannot keep; each is checked against code that breaks it, too. */
class ArchitectureTests {

    private static final JavaClasses SERVICE =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("org.yilianti.staff");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("org.yilianti.broken");

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        "controllers are nobody's API",
                        classes()
                                .that()
                                .areAnnotatedWith(RestController.class)
                                .should()
                                .bePackagePrivate()),
                rule(
                        "nothing is injected into a field",
                        noFields()
                                .should()
                                .beAnnotatedWith(Autowired.class)
                                .orShould()
                                .beAnnotatedWith(Value.class)),
                rule(
                        "transactions are opened in management classes",
                        methods()
                                .that()
                                .areAnnotatedWith(Transactional.class)
                                .should()
                                .beDeclaredInClassesThat()
                                .haveSimpleNameEndingWith("Management")),
                rule(
                        "each transaction is seen at its method",
                        noClasses().should().beAnnotatedWith(Transactional.class)),
                rule(
                        "time is java.time",
                        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.util.Date")),
                rule(
                        "numbers that are kept are exact",
                        fields().should()
                                .notHaveRawType(double.class)
                                .andShould()
                                .notHaveRawType(float.class)));
    }

    private static Arguments rule(String name, ArchRule rule) {
        return Arguments.of(name, rule);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theServiceKeepsTheRule(String name, ArchRule rule) {
        rule.check(SERVICE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void codeThatBreaksTheRuleIsNoticed(String name, ArchRule rule) {
        boolean noticed = rule.allowEmptyShould(true).evaluate(BROKEN).hasViolation();
        assertThat(noticed).isTrue();
    }
}
