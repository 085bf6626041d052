package org.yilianti.incentive.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** The rules of construction of this service. */
final class ArchitectureRules {

    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
            noFields().should().beAnnotatedWith(Autowired.class).because("a constructor shows what a type needs");

    static final ArchRule CONTROLLERS_ARE_PACKAGE_PRIVATE_IN_WEB = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .resideInAPackage("..web..")
            .because("HTTP is an edge that nobody builds on");

    static final ArchRule TIME_IS_JAVA_TIME = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Date.class, Calendar.class)
            .because("java.util.Date knows no zone");

    static final ArchRule NO_FIELD_IS_A_BINARY_FRACTION = fields().should()
            .notHaveRawType(double.class)
            .andShould()
            .notHaveRawType(float.class)
            .because("money and shares are exact");

    static final ArchRule NO_METHOD_GIVES_A_BINARY_FRACTION = noMethods()
            .should()
            .haveRawReturnType(double.class)
            .orShould()
            .haveRawReturnType(float.class)
            .because("money and shares are exact");

    static final ArchRule TRANSACTIONS_BEGIN_IN_MANAGEMENT = methods()
            .that()
            .areAnnotatedWith(Transactional.class)
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Management")
            .because("one place shows what is atomic");

    /** All of them, by name. */
    static final Map<String, ArchRule> ALL = Map.of(
            "NothingIsInjectedIntoFields", NOTHING_IS_INJECTED_INTO_FIELDS,
            "ControllersArePackagePrivateInWeb", CONTROLLERS_ARE_PACKAGE_PRIVATE_IN_WEB,
            "TimeIsJavaTime", TIME_IS_JAVA_TIME,
            "NoFieldIsABinaryFraction", NO_FIELD_IS_A_BINARY_FRACTION,
            "NoMethodGivesABinaryFraction", NO_METHOD_GIVES_A_BINARY_FRACTION,
            "TransactionsBeginInManagement", TRANSACTIONS_BEGIN_IN_MANAGEMENT);

    private ArchitectureRules() {}
}
