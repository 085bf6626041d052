package org.yilianti.staff.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.yilianti.staff.member.NameKeys;

/** What somebody typed to find a person: the beginning of a staff number, of a name in its own script, of its pinyin or initials. */
final class SearchText {

    private SearchText() {}

    /** What a text that is not blank asks for: with a digit a number, with other than Latin letters the name itself. */
    static Criterion criterion(String text) {
        if (text.codePoints().anyMatch(Character::isDigit)) {
            return Criterion.staffNo("like", beginning(text));
        }
        String letters = NameKeys.folded(text);
        boolean latin = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> letter < 128);
        return latin && !letters.isEmpty() ? read(text, letters) : Criterion.name(beginning(text));
    }

    /** The pattern for {@code like}: no leading wildcard, so an index serves it. */
    static String beginning(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    /** A name that is spelled, whichever part comes first; in pinyin ü may be typed v, as on a keyboard. */
    private static Criterion read(String text, String letters) {
        Map<String, Object> params = new LinkedHashMap<>();
        List<Way> ways = new ArrayList<>();
        List<String> comparisons = new ArrayList<>();
        BiConsumer<String, String> way = (column, beginning) -> {
            String param = column + params.size();
            String comparison = "m." + column + " like :" + param;
            params.put(param, beginning + "%");
            comparisons.add(comparison);
            ways.add(Way.key("member_" + column, comparison));
        };
        way.accept("name_initials", letters);
        for (String spelled : orders(text, letters)) {
            way.accept("name_letters", spelled);
            way.accept("name_pinyin", spelled.replace('v', 'u'));
        }
        return new Criterion("(" + String.join(" or ", comparisons) + ")", null, ways, params);
    }

    /** As typed, and of two words also the second first: family and given name change places. */
    private static Set<String> orders(String text, String letters) {
        Set<String> orders = new LinkedHashSet<>(List.of(letters));
        String[] words = text.strip().split("\\s+", 3);
        if (words.length == 2) {
            orders.add(NameKeys.folded(words[1] + words[0]));
        }
        return orders;
    }
}
