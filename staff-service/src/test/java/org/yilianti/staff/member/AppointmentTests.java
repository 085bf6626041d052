package org.yilianti.staff.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.institution.InstitutionId;

class AppointmentTests {

    private static final Instant NINE = Instant.parse("2026-10-01T09:00:00Z");

    private final Appointment appointment = Appointment.made(
            MemberId.next(),
            new InstitutionId(Ids.next()),
            new AppointmentDetails(
                    "A1", "H01", null, "physician", 100, true, DatePeriod.from(LocalDate.of(2020, 1, 1))),
            Recording.now(NINE, "hr", null));

    @Test
    void anEndIsANewBeliefAndTheOldOneIsClosedWhenItBegins() {
        Appointment ended =
                appointment.ended(LocalDate.of(2026, 12, 1), Recording.now(NINE.plusSeconds(60), "hr", "moves"));
        assertThat(ended.id()).isEqualTo(appointment.id());
        assertThat(ended.revision()).isEqualTo(2);
        assertThat(ended.details().valid().to()).isEqualTo("2026-12-01");
        assertThat(appointment.supersededBy(ended).recording().supersededAt())
                .isEqualTo(ended.recording().at());
    }

    @Test
    void beliefsDoNotOverlapEvenWhenAClockGoesBack() {
        Appointment ended =
                appointment.ended(LocalDate.of(2026, 12, 1), Recording.now(NINE.minusSeconds(7200), "hr", "moves"));
        assertThat(ended.recording().at()).isAfter(NINE);
    }

    @Test
    void anEndBeforeTheBeginningOrAfterAKnownEndIsObjectedTo() {
        assertThat(appointment.objectionToEnd(LocalDate.of(2020, 1, 1)).map(fault -> fault.code()))
                .contains("period-inverted");
        Appointment ended = appointment.ended(LocalDate.of(2026, 12, 1), Recording.now(NINE, "hr", "moves"));
        assertThat(ended.objectionToEnd(LocalDate.of(2026, 12, 1)).map(fault -> fault.code()))
                .contains("ends-already");
        assertThat(ended.objectionToEnd(LocalDate.of(2026, 11, 1))).isEmpty();
    }

    @Test
    void theSameContentIsNoNewBelief() {
        Appointment same = appointment.corrected(
                appointment.institution(), appointment.details(), Recording.now(NINE.plusSeconds(1), "import", null));
        assertThat(same.revision()).isEqualTo(1);
        assertThat(Objects.equals(same, appointment)).isTrue();
    }
}
