package org.yilianti.rotation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** What the compiler cannot keep; each rule is also held against code that breaks it, in package {@code org.yilianti.broken}. */
class ArchitectureTests {

    private static final JavaClasses SERVICE = new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
            .importPackages("org.yilianti.rotation");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("org.yilianti.broken");

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
                        "transactions open in management classes",
                        classes()
                                .that()
                                .areAnnotatedWith(Transactional.class)
                                .should()
                                .haveSimpleNameEndingWith("Management")),
                Named.of(
                        "a method that opens a transaction is in a management class",
                        methods()
                                .that()
                                .areAnnotatedWith(Transactional.class)
                                .should()
                                .beDeclaredInClassesThat()
                                .haveSimpleNameEndingWith("Management")),
                Named.of(
                        "time is java.time",
                        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.util.Date")),
                Named.of(
                        "amounts and shares are exact",
                        noFields()
                                .that()
                                .areDeclaredInClassesThat()
                                .resideOutsideOfPackage("org.yilianti.rotation.solver")
                                .should()
                                .haveRawType(double.class)
                                .orShould()
                                .haveRawType(float.class)),
                Named.of(
                        "a feature does not know its edges",
                        noClasses()
                                .that()
                                .resideOutsideOfPackages("..web", "..messaging")
                                .should()
                                .dependOnClassesThat(edges())),
                Named.of(
                        "the solver is pure computation",
                        noClasses()
                                .that()
                                .resideInAPackage("..solver")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("org.springframework..", "java.sql..", "org.yilianti.platform..")));
    }

    private static DescribedPredicate<JavaClass> edges() {
        return JavaClass.Predicates.resideInAPackage("org.yilianti..")
                .and(JavaClass.Predicates.resideInAnyPackage("..web", "..messaging"))
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.yilianti.platform..")));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theServiceKeepsTheRule(ArchRule rule) {
        rule.check(SERVICE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void codeThatBreaksTheRuleIsNoticed(ArchRule rule) {
        assertThat(rule.evaluate(BROKEN).hasViolation()).isTrue();
    }

    /** The API document names schemas by simple name: of two with one name, one would vanish. */
    @Test
    void noTwoRecordsOfTheEdgesShareAName() {
        assertThat(SERVICE.stream()
                        .filter(type -> type.getPackageName().endsWith(".web") && type.isRecord())
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toList()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }
}
