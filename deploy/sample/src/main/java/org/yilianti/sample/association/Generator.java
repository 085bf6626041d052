package org.yilianti.sample.association;

import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yilianti.sample.script.ExpectedImport;
import org.yilianti.sample.script.ImportList;

/** Writes the lists of a synthetic association, what their import must report, and the script of the sample month. */
public final class Generator {

    private final Settings settings;
    private final Population population;
    private final Appointments appointments;
    private final Licences licences;
    private final MonthWriter month;

    private Generator(Settings settings) {
        this.settings = settings;
        var firstDay = settings.month().atDay(1);
        population = new Population(firstDay, settings.seed());
        appointments = new Appointments(firstDay);
        licences = new Licences(firstDay);
        month = new MonthWriter(settings.month());
    }

    /** See {@code deploy/sample/generate}. */
    public static void main(String... arguments) throws IOException {
        Settings settings;
        try {
            settings = Settings.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Settings.USAGE);
            System.exit(2);
            return;
        }
        generate(settings);
    }

    /** Writes all files of the sample directory, replacing those that are there. */
    static void generate(Settings settings) throws IOException {
        Files.createDirectories(settings.out());
        new Generator(settings).write();
    }

    private void write() throws IOException {
        var out = settings.out();
        var expected = new EnumMap<ImportList, ExpectedImport>(ImportList.class);
        try (var institutions = new CsvList(ImportList.INSTITUTIONS, out);
                var members = new CsvList(ImportList.MEMBERS, out);
                var appointmentRows = new CsvList(ImportList.APPOINTMENTS, out);
                var licenceRows = new CsvList(ImportList.LICENCES, out)) {
            for (var pattern : patterns()) {
                var sites = pattern.sites();
                sites.forEach(site -> institutions.write(site.row()));
                for (var site : hospitalOfTheCardiologistFirst(sites)) {
                    for (var person : population.of(site)) {
                        members.write(person.row());
                        appointments.rows(person).forEach(appointmentRows::write);
                        licences.row(person).ifPresent(licenceRows::write);
                        month.meet(person);
                    }
                }
            }
            expected.put(ImportList.INSTITUTIONS, institutions.expected());
            expected.put(ImportList.MEMBERS, members.expected());
            expected.put(ImportList.APPOINTMENTS, appointmentRows.expected());
            expected.put(ImportList.LICENCES, licenceRows.expected());
        }
        new ExpectedWriter(expected).writeTo(out);
        month.script().writeTo(out);
    }

    /** Every 2,400 people make one district; the first is always there, and the last people are spread evenly. */
    private List<Pattern> patterns() {
        int count = Math.max(1, Math.round((float) settings.staff() / Pattern.STAFF));
        int[] sizes = Shares.of(
                settings.staff(), DoubleStream.generate(() -> 1).limit(count).toArray());
        return IntStream.range(0, count)
                .mapToObj(number -> new Pattern(number, sizes[number], settings.seed()))
                .toList();
    }

    /** Staff numbers start at the second hospital, so that S00001 is the doctor whom the sample account belongs to. */
    private static List<Site> hospitalOfTheCardiologistFirst(List<Site> sites) {
        var home = Role.CARDIOLOGIST.home();
        return Stream.concat(
                        sites.stream().filter(site -> site.code().equals(home)),
                        sites.stream().filter(site -> !site.code().equals(home)))
                .toList();
    }
}
