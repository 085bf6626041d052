package org.yilianti.staff.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a name is found by (R3). */
class NameKeysTests {

    @ParameterizedTest(name = "{0} is read {2}")
    @CsvSource({
        "沈文博, Shen Wenbo, shenwenbo, swb,",
        "单雄信, Shan Xiongxin, shanxiongxin, sxx,",
        "雄单信, , xiongdanxin, xdx,",
        "万俟明, Moqi Ming, moqiming, mqm,",
        "吕布, Lü Bu, lubu, lb,",
        "阿·买买提, Memet Ali, amaimaiti, ammt, memetali",
        "John Smith, , johnsmith, js,",
        "José 李, , joseli, jl,",
        "Алексей, Aleksei, '', '', aleksei",
        "·, , '', '',"
    })
    void aNameIsReadAloud(
            String name, @Nullable String nameLatin, String pinyin, String initials, @Nullable String latin) {
        assertThat(NameKeys.of(name, nameLatin)).isEqualTo(new NameKeys(pinyin, initials, latin));
    }

    @ParameterizedTest
    @CsvSource({"𠮷野, ye", "🙂, ''"})
    void whatHasNoReadingIsLeftOut(String name, String pinyin) {
        assertThat(NameKeys.of(name, null).pinyin()).isEqualTo(pinyin);
    }

    @ParameterizedTest
    @CsvSource({"100", "10000"})
    void aNameOfAnyLengthHasAKeyThatFits(int length) {
        NameKeys keys = NameKeys.of("庄".repeat(length), "Zhuang".repeat(length));
        assertThat(keys.pinyin()).hasSize(60);
        assertThat(keys.initials()).hasSize(60);
    }
}
