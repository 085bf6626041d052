package org.yilianti.staff.member;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a name is found by besides itself; kept in index columns beside the name and written with it.
 *
 * @param pinyin the whole name read aloud, letters only, such as {@code shenwenbo}
 * @param initials the first letter of each character, such as {@code swb}
 * @param latin the letters of the name in Latin script; null when they say no more than the pinyin
 */
public record NameKeys(
        String pinyin, String initials, @Nullable String latin) {

    /** Of a name that nobody may find. */
    static final NameKeys NONE = new NameKeys("", "", null);

    /** Longer keys are cut: nobody types more. */
    private static final int MAX_LENGTH = 60;

    public static NameKeys of(String name, @Nullable String nameLatin) {
        List<String> parts = parts(name.strip());
        String pinyin = cut(String.join("", parts));
        StringBuilder initials = new StringBuilder();
        parts.forEach(part -> initials.append(part.charAt(0)));
        String latin = nameLatin == null ? "" : folded(nameLatin);
        return new NameKeys(pinyin, cut(initials.toString()), latin.isEmpty() || latin.equals(pinyin) ? null : latin);
    }

    /** The letters a to z of a text in its order, without accents and case, as keys hold them. */
    public static String folded(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder(lower.length());
        lower.chars().filter(sign -> sign >= 'a' && sign <= 'z').forEach(letter -> letters.append((char) letter));
        return cut(letters.toString());
    }

    /** One part for each Chinese character and each word in Latin script; other scripts have none. */
    private static List<String> parts(String name) {
        HanReadings readings = HanReadings.all();
        List<String> parts = new ArrayList<>(readings.surnameOf(name));
        StringBuilder word = new StringBuilder();
        name.codePoints().skip(parts.size()).forEach(codePoint -> {
            String reading = readings.of(codePoint);
            if (reading != null || !Character.isLetter(codePoint)) {
                endWord(word, parts);
            }
            if (reading != null) {
                parts.add(reading);
            } else {
                word.appendCodePoint(codePoint);
            }
        });
        endWord(word, parts);
        return parts;
    }

    private static void endWord(StringBuilder word, List<String> parts) {
        String letters = folded(word.toString());
        word.setLength(0);
        if (!letters.isEmpty()) {
            parts.add(letters);
        }
    }

    private static String cut(String key) {
        return key.length() <= MAX_LENGTH ? key : key.substring(0, MAX_LENGTH);
    }
}
