package org.yilianti.platform.test;

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
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the compiler cannot keep. A service implements it in one test class; each rule is held against the service and, so that it is
 * known to fail, against the code in {@code org.yilianti.platform.test.broken}.
 */
public interface HouseRules {

    /** The service's base package. */
    String service();

    static Stream<Named<ArchRule>> rules() {
        return Stream.of(
                Named.of(
                        "controllers are package-private, in web",
                        classes()
                                .that()
                                .areAnnotatedWith(RestController.class)
                                .should()
                                .bePackagePrivate()
                                .andShould()
                                .resideInAPackage("..web")),
                Named.of(
                        "nothing is injected into a field",
                        noFields()
                                .should()
                                .beAnnotatedWith(Autowired.class)
                                .orShould()
                                .beAnnotatedWith(Value.class)),
                Named.of(
                        "a method that opens a transaction is in a management class",
                        methods()
                                .that()
                                .areAnnotatedWith(Transactional.class)
                                .should()
                                .beDeclaredInClassesThat()
                                .haveSimpleNameEndingWith("Management")),
                Named.of(
                        "no other class opens transactions",
                        noClasses()
                                .that()
                                .haveSimpleNameNotEndingWith("Management")
                                .should()
                                .beAnnotatedWith(Transactional.class)),
                Named.of(
                        "time is java.time",
                        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.util.Date")),
                Named.of(
                        "amounts and shares are exact",
                        fields().that()
                                .areDeclaredInClassesThat()
                                .resideOutsideOfPackage("..solver")
                                .should()
                                .notHaveRawType(double.class)
                                .andShould()
                                .notHaveRawType(float.class)));
    }

    @ParameterizedTest
    @MethodSource("org.yilianti.platform.test.HouseRules#rules")
    default void theServiceKeepsTheRule(ArchRule rule) {
        JavaClasses service =
                new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages(service());
        assertThat(service).isNotEmpty();
        rule.check(service);
    }

    @ParameterizedTest
    @MethodSource("org.yilianti.platform.test.HouseRules#rules")
    default void codeThatBreaksTheRuleIsNoticed(ArchRule rule) {
        JavaClasses broken = new ClassFileImporter().importPackages("org.yilianti.platform.test.broken");
        assertThat(rule.evaluate(broken).hasViolation()).isTrue();
    }
}
