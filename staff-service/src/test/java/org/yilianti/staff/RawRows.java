package org.yilianti.staff;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import org.yilianti.platform.ids.Ids;

/** The rows that an import makes of people, appointments and licences, as files for LOAD DATA. */
final class RawRows {

    private static final HexFormat HEX = HexFormat.of();

    private final int rows;
    private final List<UUID> institutions;
    private final String association;
    private final Random random = new Random(1);
    private final UUID[] members;
    private final Path directory;

    RawRows(int rows, UUID association, List<UUID> institutions, Path directory) {
        this.rows = rows;
        this.institutions = institutions;
        this.association = HEX.formatHex(Ids.bytes(association));
        this.members = new UUID[rows];
        this.directory = directory;
        for (int i = 0; i < rows; i++) {
            members[i] = Ids.next();
        }
    }

    private static String hex(UUID id) {
        return HEX.formatHex(Ids.bytes(id));
    }

    private String sealed(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return HEX.formatHex(value);
    }

    /** Sealed values have the length that the cipher gives them, hashes that of a hash. */
    private String member(int n) {
        return String.join(
                "\t",
                hex(members[n]),
                association,
                "1",
                StaffRows.staffNo(n),
                StaffRows.name(n),
                StaffRows.nameLatin(n),
                n % 2 == 0 ? "female" : "male",
                StaffRows.birthDate(n).toString(),
                sealed(47),
                sealed(32),
                sealed(40),
                sealed(32),
                StaffRows.nurse(n) ? "nurse" : "physician",
                StaffRows.title(n),
                "2018-07-01",
                "internal-medicine",
                "2012-07-01",
                "0",
                StaffRows.pinyin(n),
                StaffRows.initials(n),
                StaffRows.letters(n));
    }

    private String appointment(int n) {
        return String.join(
                "\t",
                hex(Ids.next()),
                "1",
                association,
                hex(members[n]),
                hex(institutions.get(n % institutions.size())),
                "A" + StaffRows.staffNo(n),
                "内科",
                StaffRows.nurse(n) ? "护士" : "医师",
                "100",
                "1",
                "2020-01-01",
                "2026-11-01 08:00:00.123456",
                "hr-officer");
    }

    private String licence(int n) {
        return String.join(
                "\t",
                hex(Ids.next()),
                "1",
                association,
                hex(members[n]),
                "L" + StaffRows.staffNo(n),
                StaffRows.nurse(n) ? "nurse" : "physician",
                StaffRows.nurse(n) ? "nursing" : "clinical",
                hex(institutions.get(n % institutions.size())),
                "卫生健康委员会",
                "2023-01-01",
                "2027-12-31",
                "active",
                "2026-11-01 08:00:00.123456",
                "hr-officer");
    }

    private Path file(String name, IntFunction<String> row) throws IOException {
        Path file = directory.resolve(name + ".tsv");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (int n = 0; n < rows; n++) {
                out.write(row.apply(n));
                out.write('\n');
            }
        }
        return file;
    }

    /** Three statements, one for each table; run in order. */
    List<String> statements() throws IOException {
        return List.of(
                load(file("member", this::member), "member", """
                        (@id, @association, version, staff_no, name, name_latin, sex, birth_date, @national, @nationalHash, @phone,
                            @phoneHash, category, title, title_since, specialty, specialty_since, institution_head, name_pinyin,
                            name_initials, name_letters)
                        set id = unhex(@id), association_id = unhex(@association), national_id_sealed = unhex(@national),
                            national_id_hash = unhex(@nationalHash), phone_sealed = unhex(@phone), phone_hash = unhex(@phoneHash)
                        """),
                load(file("appointment", this::appointment), "appointment", """
                        (@id, revision, @association, @member, @institution, external_id, department, post, fte_percent, main_post,
                            valid_from, recorded_at, recorded_by)
                        set id = unhex(@id), association_id = unhex(@association), member_id = unhex(@member),
                            institution_id = unhex(@institution)
                        """),
                load(file("licence", this::licence), "licence", """
                        (@id, version, @association, @member, number, kind, category, @institution, issued_by, valid_from, valid_to, status,
                            recorded_at, recorded_by)
                        set id = unhex(@id), association_id = unhex(@association), member_id = unhex(@member),
                            main_institution_id = unhex(@institution)
                        """));
    }

    private static String load(Path file, String table, String columns) {
        return "load data local infile '" + file + "' into table " + table + " character set utf8mb4 " + columns;
    }

    /** Loads them; gives the seconds of each. */
    static double[] load(Connection connection, List<String> statements) throws SQLException {
        double[] seconds = new double[statements.size()];
        for (int i = 0; i < seconds.length; i++) {
            long start = System.nanoTime();
            try (Statement statement = connection.createStatement()) {
                statement.execute(statements.get(i));
            }
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        return seconds;
    }
}
