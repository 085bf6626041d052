package org.yilianti.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One schema name, one type (G1). */
class OneTypePerNameTests {

    private final ModelConverters converters = new ModelConverters(true);

    OneTypePerNameTests() {
        converters.addConverter(new OneTypePerName());
    }

    static class Bookings {
        record Request(String room) {}

        record All(Request first, List<Request> others, Optional<Request> last) {}
    }

    static class Orders {
        record Request(int plates) {}

        record All(Request first) {}
    }

    @Test
    void aTypeMayBeDescribedAsOftenAsItIsUsed() {
        read(Bookings.All.class);
        read(Bookings.Request.class);
        assertThat(read(Bookings.All.class)).isEqualTo(2);
    }

    @Test
    void twoTypesOfOneNameAreRefusedByTheirFullNames() {
        read(Bookings.Request.class);
        assertThatThrownBy(() -> read(Orders.Request.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Bookings$Request")
                .hasMessageContaining("Orders$Request");
    }

    @Test
    void theyAreRefusedInsideOthersToo() {
        record Both(Bookings.Request booking, Orders.Request order) {}
        assertThatThrownBy(() -> read(Both.class)).hasMessageContaining("rename one of them");
    }

    private int read(Class<?> type) {
        return converters
                .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true))
                .referencedSchemas
                .size();
    }
}
