package org.yilianti.platform.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTests {

    @Test
    void idsAreVersionSevenAndAscendAsBytes() {
        byte[] previous = new byte[16];
        for (int i = 0; i < 10_000; i++) {
            UUID id = Ids.next();
            assertThat(id.version()).isEqualTo(7);
            assertThat(Arrays.compareUnsigned(Ids.bytes(id), previous)).isPositive();
            previous = Ids.bytes(id);
        }
    }

    @Test
    void anIdSurvivesItsBytes() {
        UUID id = Ids.next();
        assertThat(Ids.uuid(Ids.bytes(id))).isEqualTo(id);
        assertThat(Ids.uuidOrNull(Ids.bytesOrNull(null))).isNull();
        assertThatThrownBy(() -> Ids.uuid(new byte[3])).hasMessageContaining("16 bytes");
    }
}
