package org.yilianti.staff;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Invented people in any number, by number: the same number is the same person, no two have a number in common. */
final class StaffRows {

    static final int INSTITUTIONS = 60;

    private static final LocalDate FIRST_BIRTH = LocalDate.of(1962, 1, 1);
    private static final String[] FAMILY = {"沈", "林", "周", "吴", "郑", "何", "罗", "梁", "宋", "唐", "许", "韩", "冯", "邓", "曹"};
    private static final String[] GIVEN = {"文博", "雅琴", "志强", "晓梅", "建国", "思远", "丽华", "子涵", "海燕", "明哲", "秋月"};
    private static final String[] LATIN = {
        "Shen", "Lin", "Zhou", "Wu", "Zheng", "He", "Luo", "Liang", "Song", "Tang", "Xu", "Han", "Feng", "Deng", "Cao"
    };
    private static final String[] READ = {
        "wenbo", "yaqin", "zhiqiang", "xiaomei", "jianguo", "siyuan", "lihua", "zihan", "haiyan", "mingzhe", "qiuyue"
    };
    private static final String[] INITIALS = {"wb", "yq", "zq", "xm", "jg", "sy", "lh", "zh", "hy", "mz", "qy"};
    private static final String[] TITLES = {"none", "junior", "intermediate", "associate-senior", "senior"};

    private StaffRows() {}

    static String staffNo(int number) {
        return "S%07d".formatted(number);
    }

    static String name(int number) {
        return FAMILY[number % FAMILY.length] + GIVEN[number % GIVEN.length];
    }

    static String nameLatin(int number) {
        return LATIN[number % LATIN.length] + " " + number % 977;
    }

    /** The three keys of the name, as the service makes them. */
    static String pinyin(int number) {
        return LATIN[number % LATIN.length].toLowerCase(Locale.ROOT) + READ[number % READ.length];
    }

    static String initials(int number) {
        return pinyin(number).charAt(0) + INITIALS[number % INITIALS.length];
    }

    static String letters(int number) {
        return LATIN[number % LATIN.length].toLowerCase(Locale.ROOT);
    }

    static LocalDate birthDate(int number) {
        return FIRST_BIRTH.plusDays(number / 500 % 14_000);
    }

    static String nationalId(int number) {
        String digits = "%06d".formatted(110_101 + number / 7_000_000)
                + birthDate(number).format(DateTimeFormatter.BASIC_ISO_DATE)
                + "%03d".formatted(number % 500);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    static String phone(int number) {
        return "129%08d".formatted(number);
    }

    static String title(int number) {
        return TITLES[number % TITLES.length];
    }

    static boolean nurse(int number) {
        return number % 2 == 0;
    }

    static String institution(int number) {
        return "B%03d".formatted(number % INSTITUTIONS);
    }
}
