package org.yilianti.rotation.plan.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.plan.MonthlyPlan;
import org.yilianti.rotation.plan.MonthlyPlans;
import org.yilianti.rotation.plan.PlanProgresses;
import org.yilianti.rotation.plan.PlanSettings;

/** Streams how a plan comes along. */
@RestController
class PlanWatchController {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final MonthlyPlans plans;
    private final PlanProgresses progresses;
    private final PlanSettings settings;
    private final Sights sights;
    private final ProblemFactory texts;

    PlanWatchController(
            MonthlyPlans plans, PlanProgresses progresses, PlanSettings settings, Sights sights, ProblemFactory texts) {
        this.plans = plans;
        this.progresses = progresses;
        this.settings = settings;
        this.sights = sights;
        this.texts = texts;
    }

    /**
     * Server-sent events {@code plan}, each the plan as it is then: one at once, one with each change, the last when nothing is left to
     * wait for. A stream ends after ten minutes; a client that wants more asks again.
     */
    @GetMapping(path = "/v1/roster-plans/{id}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Requires({Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN})
    SseEmitter watch(@PathVariable UUID id, Locale locale, Caller caller) {
        Sight sight = sights.of(caller, Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN);
        if (plans.find(sight, id).isEmpty()) {
            throw Refusal.notFound("plan.unknown", id);
        }
        SseEmitter stream = new SseEmitter(LONGEST.toMillis());
        Thread.ofVirtual().name("watch-" + id).start(() -> follow(sight, id, locale, stream));
        return stream;
    }

    /** Until the plan rests, the client is gone, or the plan cannot be read; a client that still waits asks again. */
    private void follow(Sight sight, UUID id, Locale locale, SseEmitter stream) {
        try {
            PlanResource told = null;
            boolean running = true;
            while (running) {
                Optional<MonthlyPlan> plan = plans.find(sight, id);
                running = plan.isPresent() && plan.get().status().running();
                PlanResource now = plan.map(
                                one -> PlanResource.of(one, progresses.of(id).orElse(null), texts, locale))
                        .orElse(null);
                if (now != null && !now.equals(told)) {
                    told = now;
                    stream.send(SseEmitter.event()
                            .name("plan")
                            .id(Cursor.of(now.version()).encoded())
                            .data(now, MediaType.APPLICATION_JSON));
                }
                if (running) {
                    Thread.sleep(settings.watch());
                }
            }
            stream.complete();
        } catch (IOException | RuntimeException gone) {
            stream.completeWithError(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            stream.completeWithError(stopped);
        }
    }
}
