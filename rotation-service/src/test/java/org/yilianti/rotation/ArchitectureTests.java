package org.yilianti.rotation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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
import org.yilianti.platform.test.HouseRules;

/** The rules of the house and two of this service's own, which are held against {@code org.yilianti.broken} too. */
class ArchitectureTests implements HouseRules {

    private static final JavaClasses SERVICE = new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
            .importPackages("org.yilianti.rotation");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("org.yilianti.broken");

    @Override
    public String service() {
        return "org.yilianti.rotation";
    }

    static Stream<Named<ArchRule>> ownRules() {
        return Stream.of(
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
    @MethodSource("ownRules")
    void theServiceKeepsItsOwnRule(ArchRule rule) {
        rule.check(SERVICE);
    }

    @ParameterizedTest
    @MethodSource("ownRules")
    void codeThatBreaksItsOwnRuleIsNoticed(ArchRule rule) {
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
