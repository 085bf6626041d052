package org.yilianti.incentive.scheme;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Nobody's pay hangs on what patients are charged: refuses measures of income from drugs, tests and fees (I2).
 *
 * <p>A code or name is refused when it names money, or names a chargeable product and nothing else, or a product together with how
 * much of it is ordered. Naming a product is not enough: "rational drug use rate" is a measure of quality.
 */
public final class IncomeRule {

    /** Nine prohibitions of 2013 (加强医疗卫生行风建设“九不准”), first: pay is not tied to income from drugs and examinations. */
    public static final String CLAUSE = "加强医疗卫生行风建设“九不准”（2013）第一条：不准将医疗卫生人员个人收入与药品和医学检查收入挂钩";

    private static final Set<String> MONEY_WORDS = Set.of(
            "revenue",
            "revenues",
            "income",
            "incomes",
            "fee",
            "fees",
            "charge",
            "charges",
            "turnover",
            "sales",
            "billing",
            "billings",
            "earnings",
            "profit",
            "profits",
            "commission",
            "commissions");
    private static final List<String> MONEY_TERMS =
            List.of("收入", "收费", "费用", "金额", "营业额", "流水", "创收", "利润", "提成", "药占比", "耗占比");

    private static final Set<String> PRODUCT_WORDS = Set.of(
            "drug",
            "drugs",
            "medication",
            "medications",
            "prescription",
            "prescriptions",
            "test",
            "tests",
            "lab",
            "labs",
            "laboratory",
            "imaging",
            "scan",
            "scans",
            "consumable",
            "consumables",
            "pharmacy");
    private static final List<String> PRODUCT_TERMS = List.of("药品", "药物", "检查", "检验", "化验", "耗材", "处方");

    private static final Set<String> QUANTITY_WORDS = Set.of(
            "volume",
            "amount",
            "value",
            "share",
            "proportion",
            "number",
            "count",
            "quantity",
            "ordered",
            "sold",
            "prescribed",
            "per");
    private static final List<String> QUANTITY_TERMS = List.of("占比", "用量", "数量", "总量", "次数", "件数", "张数", "开单");

    private static final Set<String> FILLERS = Set.of("of", "and", "the", "medical");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final Pattern CAMEL_CASE = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private IncomeRule() {}

    /** The text of the indicator that names a measure of income; empty for an indicator that may stand. */
    static Optional<String> matchedTerm(Indicator indicator) {
        return matchedTerm(indicator.code(), indicator.name(), indicator.nameEn());
    }

    /** The first of some names that names a measure of income; empty when none does. */
    public static Optional<String> matchedTerm(@Nullable String... names) {
        return Stream.of(names)
                .flatMap(Stream::ofNullable)
                .filter(IncomeRule::measuresIncome)
                .findFirst();
    }

    private static boolean measuresIncome(@Nullable String text) {
        String normal = Normalizer.normalize(String.valueOf(text), Normalizer.Form.NFKC);
        List<String> words = Arrays.stream(
                        NOT_A_LETTER.split(CAMEL_CASE.matcher(normal).replaceAll(" ")))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
                .toList();
        String joined = NOT_A_LETTER.matcher(normal).replaceAll("");
        return words.stream().anyMatch(MONEY_WORDS::contains)
                || MONEY_TERMS.stream().anyMatch(joined::contains)
                || countsProducts(words)
                || countsProducts(joined);
    }

    private static boolean countsProducts(List<String> words) {
        boolean product = words.stream().anyMatch(PRODUCT_WORDS::contains);
        return product && (PRODUCT_WORDS.containsAll(words) || words.stream().anyMatch(QUANTITY_WORDS::contains));
    }

    private static boolean countsProducts(String joined) {
        boolean product = PRODUCT_TERMS.stream().anyMatch(joined::contains);
        return product
                && (PRODUCT_TERMS.contains(joined) || QUANTITY_TERMS.stream().anyMatch(joined::contains));
    }
}
