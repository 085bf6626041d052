package org.yilianti.staff.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.staff.Registry;

/** R1, R2: whoever changes something of several institutions locks these alone, all in the same order. */
@ServiceTest
class InstitutionLocksTests {

    @Autowired
    InstitutionLocks locks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    private List<InstitutionId> institutions(int count) {
        Registry registry = Registry.empty(port);
        return IntStream.range(0, count)
                .mapToObj(number -> registry.institution("T%02d".formatted(number)))
                .map(InstitutionId::new)
                .toList();
    }

    private void held(List<InstitutionId> places, Runnable meanwhile) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            locks.hold(places);
            meanwhile.run();
        });
    }

    private boolean free(InstitutionId place) {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            return other.submit(() -> {
                        try {
                            return jdbc.sql("select id from institution where id = ? for update nowait")
                                    .param(place.bytes())
                                    .query((row, number) -> true)
                                    .single();
                        } catch (PessimisticLockingFailureException held) {
                            return false;
                        }
                    })
                    .get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void whatIsHeldIsLockedAndNothingElse_R2() {
        List<InstitutionId> places = institutions(4);
        held(List.of(places.get(2), places.get(0), places.get(2)), () -> {
            assertThat(places.stream().map(this::free)).containsExactly(false, true, false, true);
        });
        assertThat(places).allMatch(this::free);
        held(List.of(), () -> assertThat(places).allMatch(this::free));
        assertThatThrownBy(() -> held(List.of(new InstitutionId(new UUID(0, 1))), () -> {
                    throw new IllegalStateException("unknown ones are no failure");
                }))
                .hasMessage("unknown ones are no failure");
    }

    @Test
    void manyWhoHoldTheSameInAnyOrderNeverBlockEachOtherForGood_R2() throws Exception {
        List<InstitutionId> places = institutions(8);
        try (ExecutorService offices = Executors.newFixedThreadPool(6)) {
            List<Future<?>> all = new ArrayList<>();
            for (int office = 0; office < 6; office++) {
                List<InstitutionId> mine = new ArrayList<>(places);
                Collections.shuffle(mine, new java.util.Random(office));
                all.add(offices.submit(() -> {
                    for (int round = 0; round < 25; round++) {
                        held(mine, () -> {});
                    }
                }));
            }
            for (Future<?> office : all) {
                office.get();
            }
        }
    }
}
