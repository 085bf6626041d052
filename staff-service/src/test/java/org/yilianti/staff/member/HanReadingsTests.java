package org.yilianti.staff.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Holds the resource of readings against ICU, from which it is written with {@code -Dreadings.write=true}. */
class HanReadingsTests {

    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FA5;

    /** Surnames of two characters; those that are read by their characters one by one stay out of the resource. */
    private static final List<String> COMPOUND = List.of(
            "欧阳", "司马", "上官", "诸葛", "东方", "尉迟", "公孙", "慕容", "长孙", "宇文", "司徒", "万俟", "令狐", "皇甫", "夏侯", "端木", "澹台", "宗政",
            "濮阳", "淳于", "单于", "太叔", "申屠", "轩辕", "钟离", "闾丘", "鲜于", "赫连", "呼延", "独孤", "百里", "东郭", "南宫", "西门", "拓跋", "乐正",
            "公羊");

    private static List<String> read(Transliterator icu, List<String> texts) {
        return List.of(icu.transliterate(String.join("\n", texts)).split("\n"));
    }

    private static List<String> characters(int step) {
        return IntStream.iterate(FIRST, code -> code <= LAST, code -> code + step)
                .mapToObj(Character::toString)
                .toList();
    }

    private static Transliterator icu(String id) {
        return Transliterator.getInstance(id + "; Latin-ASCII; Lower");
    }

    private static boolean isReading(String text) {
        return text.matches("[a-z]+( [a-z]+)*");
    }

    @Test
    void everyCharacterIsReadAsIcuReadsIt_R13() {
        List<String> characters = characters(11);
        List<String> readings = read(icu("Han-Latin"), characters);
        for (int i = 0; i < characters.size(); i++) {
            if (isReading(readings.get(i))) {
                assertThat(HanReadings.all().of(characters.get(i).codePointAt(0)))
                        .as(characters.get(i))
                        .isEqualTo(readings.get(i));
            }
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "readings.write", matches = "true")
    void theResourceIsWrittenFromIcu() throws IOException {
        Transliterator plain = icu("Han-Latin");
        Transliterator names = icu("Han-Latin/Names");
        Map<String, String> known = new TreeMap<>();
        Map<String, StringBuilder> lines = new TreeMap<>();
        List<String> characters = characters(1);
        List<String> readings = read(plain, characters);
        List<String> surnames = new ArrayList<>();
        for (int i = 0; i < characters.size(); i++) {
            String character = characters.get(i);
            String reading = readings.get(i);
            if (isReading(reading)) {
                known.put(character, reading);
                lines.computeIfAbsent(reading, none -> new StringBuilder()).append(character);
                String surname = names.transliterate(character);
                if (!surname.equals(reading)) {
                    known.put("^" + character, surname);
                    surnames.add("^" + surname + " " + character);
                }
            }
        }
        for (String surname : COMPOUND) {
            String reading = names.transliterate(surname);
            String first = surname.substring(0, 1);
            String apart = known.getOrDefault("^" + first, known.get(first)) + " " + known.get(surname.substring(1));
            if (!reading.equals(apart)) {
                surnames.add("^" + reading + " " + surname);
            }
        }
        String text = lines.entrySet().stream()
                        .map(line -> line.getKey() + " " + line.getValue() + "\n")
                        .collect(Collectors.joining())
                + String.join("\n", surnames) + "\n";
        Files.writeString(Path.of("src/main/resources/org/yilianti/staff/member", HanReadings.RESOURCE), text);
    }
}
