package org.yilianti.staff;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.member.NameKeys;

/**
 * Invented people whose names repeat as names do: some surnames are common, most are rare; a few institutions are large. As files for
 * LOAD DATA, the same people at each run.
 */
public final class SearchRows {

    static final String[] SPECIALTIES = {
        "general-practice",
        "internal-medicine",
        "surgery",
        "paediatrics",
        "obstetrics",
        "nursing",
        "emergency",
        "radiology",
        "anaesthesiology",
        "psychiatry",
        "dermatology",
        "oncology",
        "ophthalmology",
        "rehabilitation",
        "pathology"
    };

    private static final String FAMILY =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private static final String GIVEN = "文博雅琴志强晓梅建国思远丽华子涵海燕明哲秋月伟芳娜敏静秀英军杰涛磊洋勇艳娟霞平刚桂兰玉萍红鹏飞宇浩然欣怡诗梓轩俊熙雨泽一诺嘉懿煜城";
    private static final String[] TITLES = {
        "none", "junior", "junior", "junior", "intermediate", "intermediate", "associate-senior", "senior"
    };

    private final int rows;
    private final int institutions;
    private final LocalDate today;
    private final String association;
    private final Path directory;

    SearchRows(int rows, int institutions, UUID association, LocalDate today, Path directory) {
        this.rows = rows;
        this.institutions = institutions;
        this.today = today;
        this.association = hex(association);
        this.directory = directory;
    }

    private static String hex(UUID id) {
        return HexFormat.of().formatHex(Ids.bytes(id));
    }

    /** Ids of one sort stand in the order of their numbers, as ids made one after the other do. */
    static UUID id(int sort, int number) {
        return new UUID(0x0199000000007000L | sort, 0x8000000000000000L | number);
    }

    private static Random of(int number, int purpose) {
        return new Random(number * 31L + purpose * 7_919L);
    }

    /** An element that is the rarer the later it comes. */
    private static String skewed(String of, Random random) {
        int index = (int) (of.length() * Math.pow(random.nextDouble(), 2.5));
        return of.substring(index, index + 1);
    }

    static String name(int number) {
        Random random = of(number, 1);
        String name = skewed(FAMILY, random) + skewed(GIVEN, random);
        return random.nextInt(5) == 0 ? name : name + skewed(GIVEN, random);
    }

    static String institution(int number) {
        return "B%05d".formatted(number);
    }

    /** Half of all work in a tenth of the institutions. */
    int institutionOf(int number) {
        Random random = of(number, 2);
        int large = Math.max(1, institutions / 10);
        return random.nextBoolean() ? random.nextInt(large) : random.nextInt(institutions);
    }

    private String member(int n) {
        NameKeys keys = NameKeys.of(name(n), null);
        String hash = "%032x%032x".formatted(of(n, 3).nextLong() & Long.MAX_VALUE, n);
        return String.join(
                "\t",
                hex(id(1, n)),
                association,
                "1",
                StaffRows.staffNo(n),
                name(n),
                n % 2 == 0 ? "female" : "male",
                StaffRows.birthDate(n).toString(),
                hash + hash.substring(34),
                hash,
                StaffRows.nurse(n) ? "nurse" : "physician",
                TITLES[of(n, 4).nextInt(TITLES.length)],
                SPECIALTIES[of(n, 5).nextInt(SPECIALTIES.length)],
                "0",
                keys.pinyin(),
                keys.initials());
    }

    /** One in fifty has left, one in a hundred is still to come. */
    private String appointment(int n) {
        int fate = of(n, 6).nextInt(100);
        return String.join(
                "\t",
                hex(id(2, n)),
                "1",
                association,
                hex(id(1, n)),
                hex(id(4, institutionOf(n))),
                "A" + StaffRows.staffNo(n),
                StaffRows.nurse(n) ? "护士" : "医师",
                "100",
                "1",
                fate == 2 ? today.plusDays(30).toString() : "2020-01-01",
                fate < 2 ? "2024-01-01" : "\\N",
                "2026-11-01 08:00:00.123456",
                "hr-officer");
    }

    private String licence(int n) {
        Random random = of(n, 7);
        boolean suspended = random.nextInt(500) == 0;
        return String.join(
                "\t",
                hex(id(3, n)),
                "1",
                association,
                hex(id(1, n)),
                "L" + StaffRows.staffNo(n),
                StaffRows.nurse(n) ? "nurse" : "physician",
                StaffRows.nurse(n) ? "nursing" : "clinical",
                hex(id(4, institutionOf(n))),
                "2019-01-01",
                today.plusDays(random.nextInt(1_825)).toString(),
                suspended ? "suspended" : "active",
                suspended ? "2026-10-01" : "\\N",
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

    /** Statements to be run in order; institutions must be there. */
    List<String> statements() throws IOException {
        return List.of(
                load(file("member", this::member), "member", """
                        (@id, @association, version, staff_no, name, sex, birth_date, @national, @hash, category, title, specialty,
                            institution_head, name_pinyin, name_initials)
                        set id = unhex(@id), association_id = unhex(@association), national_id_sealed = unhex(@national),
                            national_id_hash = unhex(@hash)
                        """),
                load(file("appointment", this::appointment), "appointment", """
                        (@id, revision, @association, @member, @institution, external_id, post, fte_percent, main_post, valid_from,
                            valid_to, recorded_at, recorded_by)
                        set id = unhex(@id), association_id = unhex(@association), member_id = unhex(@member),
                            institution_id = unhex(@institution)
                        """),
                load(file("licence", this::licence), "licence", """
                        (@id, version, @association, @member, number, kind, category, @institution, valid_from, valid_to, status,
                            suspended_from, recorded_at, recorded_by)
                        set id = unhex(@id), association_id = unhex(@association), member_id = unhex(@member),
                            main_institution_id = unhex(@institution)
                        """));
    }

    private static String load(Path file, String table, String columns) {
        return "load data local infile '" + file + "' into table " + table + " character set utf8mb4 " + columns;
    }
}
