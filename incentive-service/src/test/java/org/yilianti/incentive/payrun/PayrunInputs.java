package org.yilianti.incentive.payrun;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.TestCaller;

/**
 * Synthetic people who work twenty days of October 2026; no person stands behind any of them. 500 people an institution; every tenth
 * person serves three of the days at the next institution. Records come day by day, institution by institution, and so do their ids.
 */
final class PayrunInputs {

    static final int DAYS = 20;
    static final int PEOPLE_PER_INSTITUTION = 500;
    private static final long START = 1_790_812_800_000L; // 2026-10-01T00:00:00Z
    private static final long HIRED = 1_700_000_000_000L;
    private static final String[] TITLES = {"none", "junior", "intermediate", "associate-senior", "senior"};
    private static final String[] KINDS = {"duty", "clinic", "outreach", "training"};
    private static final byte[] ASSOCIATION = Ids.bytes(TestCaller.ASSOCIATION);

    private final BulkTable tables;
    private final Path folder;
    private final int staff;

    PayrunInputs(BulkTable tables, Path folder, int staff) {
        this.tables = tables;
        this.folder = folder;
        this.staff = staff;
    }

    int institutions() {
        return Math.max(2, (staff + PEOPLE_PER_INSTITUTION - 1) / PEOPLE_PER_INSTITUTION);
    }

    void write() throws IOException, SQLException {
        Path file = folder.resolve("inputs");
        try (OutputStream out = open(file)) {
            for (int i = 0; i < institutions(); i++) {
                row(
                        out,
                        institution(i),
                        ASSOCIATION,
                        "1",
                        "I%06d".formatted(i),
                        "机构",
                        null,
                        "township-health-centre",
                        String.valueOf(1000 + i * 7919L % 50_000));
            }
        }
        tables.load(
                file, "directory_institution", "(id, association_id, version, code, name, name_en, tier, population)");
        try (OutputStream out = open(file)) {
            for (int i = 0; i < staff; i++) {
                row(
                        out,
                        member(i),
                        ASSOCIATION,
                        "1",
                        "S%08d".formatted(i),
                        "人员",
                        "physician",
                        TITLES[i * 31 % TITLES.length]);
            }
        }
        tables.load(file, "directory_member", "(id, association_id, version, staff_no, name, category, title)");
        for (int day = 0; day < DAYS; day++) {
            try (OutputStream out = open(file)) {
                for (int i = 0; i < staff; i++) {
                    record(out, day, i);
                }
            }
            tables.load(
                    file,
                    "directory_service_record",
                    "(id, association_id, version, source_id, member_id, institution_id, kind, started_at, ended_at, month, minutes,"
                            + " night, status, lawful)");
        }
        Files.delete(file);
        tables.execute(List.of("analyze table directory_institution, directory_member, directory_service_record"));
    }

    private void record(OutputStream out, int day, int person) throws IOException {
        int home = person / PEOPLE_PER_INSTITUTION;
        boolean away = person % 10 == 0 && day < 3;
        int minutes = 240 + (person * 13 + day * 7) % 300;
        String date = "2026-10-%02d".formatted(day + 1);
        byte[] id = id(START + day * 86_400_000L, person);
        row(
                out,
                id,
                ASSOCIATION,
                "1",
                "source-" + day + "-" + person,
                member(person),
                institution(away ? (home + 1) % institutions() : home),
                KINDS[(person + day) % KINDS.length],
                date + " 00:00:00",
                date + " 0%d:%02d:00".formatted(minutes / 60, minutes % 60),
                "2026-10",
                String.valueOf(minutes),
                (person + day) % 7 == 0 ? "1" : "0",
                "confirmed",
                "1");
    }

    static byte[] institution(int number) {
        return id(HIRED, number);
    }

    private static byte[] member(int number) {
        return id(HIRED + 1 + number / PEOPLE_PER_INSTITUTION, number);
    }

    /** A version 7 identifier. */
    private static byte[] id(long millis, int number) {
        return ByteBuffer.allocate(16)
                .putLong(millis << 16 | 0x7000)
                .putLong(1L << 63 | number)
                .array();
    }

    private static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
    }

    private static void row(OutputStream out, Object... fields) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            Object field = fields[i];
            BulkTable.field(out, field instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) field);
            out.write(i == fields.length - 1 ? '\n' : '\t');
        }
    }

    /** A closed evaluation of all institutions. */
    UUID evaluation() throws SQLException {
        UUID scheme = Ids.next();
        UUID evaluation = Ids.next();
        tables.execute(
                List.of(
                        "insert into indicator_scheme (id, association_id, version, name, edition, status, created_by, created_at, published_by,"
                                + " published_at) values (" + hex(scheme) + ", " + hex(TestCaller.ASSOCIATION)
                                + ", 1, 'bench', 1, 'published', 'bench', now(6), 'bench', now(6))",
                        "insert into evaluation (id, association_id, version, scheme_id, month, status, created_by, created_at, closed_by, closed_at)"
                                + " values (" + hex(evaluation) + ", " + hex(TestCaller.ASSOCIATION) + ", 1, "
                                + hex(scheme)
                                + ", '2026-10', 'closed', 'bench', now(6), 'bench', now(6))",
                        "insert into evaluation_institution (evaluation_id, institution_id, association_id, code, name, score) select "
                                + hex(evaluation)
                                + ", id, association_id, code, name, 0.5 + (population % 97) / 200 from directory_institution"));
        return evaluation;
    }

    UUID pool(long fen) throws SQLException {
        UUID pool = Ids.next();
        tables.execute(List.of(
                "insert into pay_pool (id, association_id, version, month, name, source, amount_fen, created_by, created_at, status,"
                        + " decided_by, decided_at) values ("
                        + hex(pool) + ", " + hex(TestCaller.ASSOCIATION) + ", 1, '2026-10', 'bench', 'bench', " + fen
                        + ", 'bench', now(6), 'confirmed', 'bench-2', now(6))"));
        return pool;
    }

    static String hex(UUID id) {
        return "unhex('" + id.toString().replace("-", "") + "')";
    }
}
