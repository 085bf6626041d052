package org.yilianti.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersonalDataCipherTests {

    private final PersonalDataCipher cipher = new PersonalDataCipher(new byte[32]);

    @Test
    void aValueComesBackAndNeverLooksTheSameTwice() {
        byte[] one = cipher.encrypt("999999199001011234");
        byte[] two = cipher.encrypt("999999199001011234");
        assertThat(cipher.decrypt(one)).isEqualTo("999999199001011234");
        assertThat(one).isNotEqualTo(two);
        assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("19900101");
    }

    @Test
    void manyThreadsSealAndOpenAtATimeAndBytesComeBackAsTheyAre() {
        byte[] all = new byte[256];
        for (int value = 0; value < all.length; value++) {
            all[value] = (byte) value;
        }
        assertThat(cipher.open(cipher.seal(all))).isEqualTo(all);
        byte[] hash = cipher.lookupHash("a value");
        assertThat(IntStream.range(0, 4_000).parallel().mapToObj(Integer::toString))
                .allSatisfy(value ->
                        assertThat(cipher.decrypt(cipher.encrypt(value))).isEqualTo(value));
        assertThat(IntStream.range(0, 4_000).parallel().mapToObj(i -> cipher.lookupHash("a value")))
                .allSatisfy(found -> assertThat(found).isEqualTo(hash));
    }

    @Test
    void afterOneThatCannotBeOpenedOthersAre() {
        byte[] sound = cipher.encrypt("sound");
        byte[] changed = cipher.encrypt("changed");
        changed[20] ^= 1;
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> cipher.decrypt(changed)).hasMessageContaining("changed");
            assertThat(cipher.decrypt(sound)).isEqualTo("sound");
        }
    }

    @Test
    void aChangedByteOrAnotherKeyIsNoticed() {
        byte[] stored = cipher.encrypt("secret");
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        assertThatThrownBy(() -> new PersonalDataCipher(otherKey).decrypt(stored))
                .hasMessageContaining("master key");
        stored[stored.length - 1] ^= 1;
        assertThatThrownBy(() -> cipher.decrypt(stored)).hasMessageContaining("changed");
        assertThatThrownBy(() -> new PersonalDataCipher(new byte[16])).hasMessageContaining("32 bytes");
    }

    @Test
    void equalValuesAreFoundByTheirKeyedHashAndShownMasked() {
        assertThat(cipher.lookupHash("a")).isEqualTo(cipher.lookupHash("a")).isNotEqualTo(cipher.lookupHash("b"));
        assertThat(Masked.allBut(4, "999999199001011234")).isEqualTo("**************1234");
        assertThat(Masked.allBut(4, "12")).isEqualTo("12");
    }
}
