package org.yilianti.incentive.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTests {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.yilianti.incentive");
    private static final JavaClasses VIOLATING =
            new ClassFileImporter().importPackages("org.yilianti.incentive.architecture.violating");
    private static final Pattern CHANGING_SQL = Pattern.compile("\\b(update|delete|replace|truncate)\\s+\\w+");

    static Stream<String> rules() {
        return ArchitectureRules.ALL.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theServiceKeepsTheRule(String rule) {
        ArchitectureRules.ALL.get(rule).check(SERVICE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleFindsCodeThatBreaksIt(String rule) {
        assertThatThrownBy(() -> ArchitectureRules.ALL.get(rule).check(VIOLATING))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("architecture.violating");
    }

    @Test
    void theLedgerNeverChangesWhatIsBooked() throws IOException {
        assertThat(changingStatements(Path.of("src/main/java/org/yilianti/incentive/ledger")))
                .isEmpty();
        assertThat(changingStatements(Path.of("src/main/java/org/yilianti/incentive/payrun")))
                .as("the search does find such statements where there are some")
                .isNotEmpty();
    }

    private static List<String> changingStatements(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(ArchitectureTests::lines)
                    .filter(line -> !line.strip().startsWith("*"))
                    .filter(line -> line.contains("\"") || line.strip().startsWith("update"))
                    .filter(line ->
                            CHANGING_SQL.matcher(line.toLowerCase(Locale.ROOT)).find())
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
