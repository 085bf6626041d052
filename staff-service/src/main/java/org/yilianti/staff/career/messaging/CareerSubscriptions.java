package org.yilianti.staff.career.messaging;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.inbox.Received;
import org.yilianti.platform.inbox.Subscription;
import org.yilianti.staff.career.CareerManagement;
import org.yilianti.staff.career.GrassrootsService;

/** Hears of service at the grassroots. */
@Configuration(proxyBeanMethods = false)
class CareerSubscriptions {

    /** What is read of {@code rotation.grassroots-credit-changed.v1}. */
    record CreditView(
            UUID associationId,
            UUID memberId,
            int days,
            @Nullable LocalDate lastDay) {

        static GrassrootsService service(Received<CreditView> event) {
            CreditView body = event.body();
            return new GrassrootsService(body.memberId, body.associationId, body.days, body.lastDay);
        }
    }

    @Bean
    Subscription<CreditView> grassrootsCredits(CareerManagement careers) {
        return new Subscription<>(
                "rotation.grassroots-credits",
                "rotation.grassroots-credit-changed.v1",
                CreditView.class,
                events ->
                        careers.served(events.stream().map(CreditView::service).toList()));
    }
}
