package org.yilianti.sample.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.sample.script.ImportList.APPOINTMENTS;
import static org.yilianti.sample.script.ImportList.INSTITUTIONS;
import static org.yilianti.sample.script.ImportList.LICENCES;
import static org.yilianti.sample.script.ImportList.MEMBERS;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yilianti.sample.script.ImportList;

class GeneratorTests {

    private static final Path COMMITTED = Path.of("").toAbsolutePath();
    private static final LocalDate MONTH = LocalDate.of(2026, 10, 1);

    @TempDir
    private static Path directory;

    private static Lists lists;

    @BeforeAll
    static void generateTheSampleAssociation() throws IOException {
        Generator.generate(Settings.sample(directory));
        lists = Lists.in(directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "institutions.csv",
                "members.csv",
                "appointments.csv",
                "licences.csv",
                "expected.json",
                "EXPECTED.md",
                "month.json"
            })
    void generatingAgainGivesTheCommittedBytes(String file) {
        assertThat(directory.resolve(file)).hasSameBinaryContentAs(COMMITTED.resolve(file));
    }

    @Test
    void anotherSeedGivesOtherPeople(@TempDir Path other) throws IOException {
        Generator.generate(new Settings(2_400, 7, YearMonth.of(2026, 10), other));

        assertThat(Files.readString(MEMBERS.in(other))).isNotEqualTo(Files.readString(MEMBERS.in(directory)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 3_000, 5_000, 20_000})
    void anySizeHasExactlyAsManyGoodMembersAsAskedFor(int staff, @TempDir Path out) throws IOException {
        Generator.generate(new Settings(staff, 1, YearMonth.of(2026, 10), out));

        var made = Lists.in(out);
        assertThat(made.of(MEMBERS)).hasSize(staff);
        assertThat(made.column(MEMBERS, "staff_no")).doesNotHaveDuplicates();
        assertThat(made.column(MEMBERS, "national_id")).doesNotHaveDuplicates();
        assertThat(made.column(INSTITUTIONS, "lead")).containsOnlyOnce("true");
    }

    @Test
    void theAssociationHasTheInstitutionsOfADistrict() {
        assertThat(countsOf(INSTITUTIONS, row -> row.getField("tier")))
                .isEqualTo(Map.of(
                        "tertiary-hospital", 1L,
                        "secondary-hospital", 2L,
                        "township-health-centre", 12L,
                        "community-health-centre", 6L,
                        "village-clinic", 60L));
        assertThat(residents("township-health-centre") + residents("community-health-centre"))
                .isBetween(580_000L, 620_000L);
    }

    @Test
    void everyVillageClinicBelongsToATownshipCentre() {
        assertThat(lists.of(INSTITUTIONS))
                .filteredOn(row -> row.getField("tier").equals("village-clinic"))
                .allSatisfy(row -> assertThat(row.getField("parent_code")).matches("T(0[1-9]|1[0-2])"));
    }

    @Test
    void hospitalsAndPrimaryCareHaveTheirShareOfPhysiciansAndNurses() {
        var hospitals = Map.of("H01", 1, "H02", 1, "H03", 1).keySet();
        double hospitalPhysicians = count(hospitals, "physician") + count(hospitals, "assistant-physician");
        double hospitalStaff = count(hospitals, "");
        assertThat(hospitalPhysicians / hospitalStaff).isBetween(0.27, 0.29);
        assertThat(count(hospitals, "nurse") / hospitalPhysicians).isBetween(1.55, 1.65);
        assertThat(count(hospitals, "logistics") / hospitalStaff).isBetween(0.08, 0.09);

        var townships = lists.column(INSTITUTIONS, "code").stream()
                .filter(code -> code.startsWith("T"))
                .toList();
        double townshipPhysicians = count(townships, "physician") + count(townships, "assistant-physician");
        assertThat(townshipPhysicians / count(townships, "")).isBetween(0.31, 0.35);
        assertThat(count(townships, "nurse") / townshipPhysicians).isBetween(0.75, 0.85);
        assertThat(count(townships, "") / townships.size()).isEqualTo(48);
    }

    @Test
    void titlesFormAPyramid() {
        var titles = countsOf(MEMBERS, row -> row.getField("title"));

        assertThat(titles.get("senior")).isLessThan(titles.get("associate-senior"));
        assertThat(titles.get("associate-senior")).isLessThan(titles.get("intermediate"));
        assertThat(titles.get("intermediate")).isLessThan(titles.get("junior"));
    }

    @Test
    void nationalIdsAreOfNobodyButAreWellFormed() {
        assertThat(lists.of(MEMBERS)).allSatisfy(row -> {
            String number = row.getField("national_id");
            assertThat(number)
                    .startsWith("999999" + row.getField("birth_date").replace("-", ""))
                    .hasSize(18);
            assertThat(number.charAt(17)).isEqualTo(NationalIds.checkDigit(number.substring(0, 17)));
            assertThat(number.charAt(16) % 2 == 0).isEqualTo(row.getField("sex").equals("female"));
            assertThat(row.getField("phone")).matches("129\\d{8}");
        });
    }

    @Test
    void aKnownNumberHasItsKnownCheckCharacter() {
        // The worked example of GB 11643.
        assertThat(NationalIds.checkDigit("11010519491231002")).isEqualTo('X');
    }

    @Test
    void everyReferenceOfAGoodRowIsThere() {
        var institutions = new HashSet<>(lists.column(INSTITUTIONS, "code"));
        var members = new HashSet<>(lists.column(MEMBERS, "staff_no"));

        assertThat(institutions).containsAll(lists.column(APPOINTMENTS, "institution_code"));
        assertThat(institutions).containsAll(lists.column(LICENCES, "main_institution_code"));
        assertThat(members).containsAll(lists.column(LICENCES, "staff_no"));
        assertThat(new HashSet<>(lists.column(APPOINTMENTS, "staff_no"))).isEqualTo(members);
        assertThat(lists.column(APPOINTMENTS, "external_id")).doesNotHaveDuplicates();
        assertThat(lists.column(LICENCES, "number")).doesNotHaveDuplicates();
    }

    @Test
    void everybodyHasOneMainAppointmentInTheMonthAndAtMostOneFullTimeEquivalent() {
        var current = lists.of(APPOINTMENTS).stream()
                .filter(row -> !LocalDate.parse(row.getField("valid_from")).isAfter(MONTH))
                .collect(Collectors.groupingBy(row -> row.getField("staff_no")));

        assertThat(current).hasSize(2_400).allSatisfy((staffNo, rows) -> {
            assertThat(rows)
                    .filteredOn(row -> row.getField("main").equals("true"))
                    .hasSize(1);
            assertThat(rows.stream()
                            .mapToDouble(row -> Double.parseDouble(row.getField("fte")))
                            .sum())
                    .isLessThanOrEqualTo(1.0);
        });
        assertThat(current.values()).filteredOn(rows -> rows.size() == 2).hasSizeGreaterThan(10);
    }

    @Test
    void everyInstitutionHasOneHead() {
        var siteOf = siteOfEveryone();
        assertThat(lists.of(MEMBERS).stream()
                        .filter(row -> row.getField("institution_head").equals("true"))
                        .map(row -> siteOf.get(row.getField("staff_no"))))
                .containsExactlyInAnyOrderElementsOf(lists.column(INSTITUTIONS, "code"));
    }

    @Test
    void everyPeriodIsInOrder() {
        for (var list : List.of(APPOINTMENTS, LICENCES)) {
            assertThat(lists.of(list)).allSatisfy(row -> assertThat(row.getField("valid_from"))
                    .isLessThan(row.getField("valid_to").isEmpty() ? "9999" : row.getField("valid_to")));
        }
    }

    @Test
    void someLicencesEndSoonAFewHaveExpiredAndAFewAreSuspended() {
        var ends = lists.column(LICENCES, "valid_to").stream()
                .map(LocalDate::parse)
                .toList();

        assertThat(ends).filteredOn(end -> end.isBefore(MONTH)).hasSizeBetween(5, 30);
        assertThat(ends)
                .filteredOn(end -> !end.isBefore(MONTH) && end.isBefore(MONTH.plusDays(60)))
                .hasSizeBetween(20, 80);
        assertThat(lists.column(LICENCES, "status"))
                .filteredOn("suspended"::equals)
                .hasSizeBetween(3, 15);
    }

    @Test
    void onlyThoseWhoseWorkNeedsALicenceHaveOneOfItsKind() {
        var categoryOf = lists.of(MEMBERS).stream()
                .collect(Collectors.toMap(row -> row.getField("staff_no"), row -> row.getField("category")));

        assertThat(lists.of(LICENCES)).allSatisfy(row -> assertThat(row.getField("kind"))
                .isEqualTo(categoryOf.get(row.getField("staff_no"))));
        long needed = categoryOf.values().stream()
                .filter(category -> !List.of("other-health-technician", "management", "logistics")
                        .contains(category))
                .count();
        assertThat(lists.of(LICENCES)).hasSize((int) needed);
    }

    private static Map<String, Long> countsOf(ImportList list, Function<NamedCsvRecord, String> key) {
        return lists.of(list).stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    private static long residents(String tier) {
        return lists.of(INSTITUTIONS).stream()
                .filter(row -> row.getField("tier").equals(tier))
                .mapToLong(row -> Long.parseLong(row.getField("population")))
                .sum();
    }

    /** People of a category, or of any for the empty one, whose main institution is among the given. */
    private static double count(Iterable<String> institutions, String category) {
        var siteOf = siteOfEveryone();
        var wanted = new HashSet<String>();
        institutions.forEach(wanted::add);
        return lists.of(MEMBERS).stream()
                .filter(row -> category.isEmpty() || row.getField("category").equals(category))
                .filter(row -> wanted.contains(siteOf.get(row.getField("staff_no"))))
                .count();
    }

    private static Map<String, String> siteOfEveryone() {
        return lists.of(APPOINTMENTS).stream()
                .filter(row -> row.getField("main").equals("true"))
                .collect(Collectors.toMap(
                        row -> row.getField("staff_no"), row -> row.getField("institution_code"), (one, other) -> one));
    }
}
