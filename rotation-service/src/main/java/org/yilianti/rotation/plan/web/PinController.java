package org.yilianti.rotation.plan.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.InEra;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.plan.MonthlyPlan;
import org.yilianti.rotation.plan.MonthlyPlans;
import org.yilianti.rotation.plan.PinChoice;
import org.yilianti.rotation.plan.PinManagement;
import org.yilianti.rotation.plan.PinManagement.TakenOver;
import org.yilianti.rotation.plan.PlanPin;
import org.yilianti.rotation.plan.PlanPins;

/** Shows and sets the pins of a draft: assignments that its next version keeps. */
@RestController
@RequestMapping("/v1/roster-plans/{id}/pins")
class PinController {

    private final MonthlyPlans plans;
    private final PlanPins pins;
    private final PinManagement management;
    private final Sights sights;

    PinController(MonthlyPlans plans, PlanPins pins, PinManagement management, Sights sights) {
        this.plans = plans;
        this.pins = pins;
        this.management = management;
        this.sights = sights;
    }

    /** All pins the draft is to have. */
    record WantedPins(@NotNull @Size(max = 2000) List<@Valid @NotNull WantedPin> items) {}

    /** One assignment to keep. */
    record WantedPin(
            @NotNull UUID memberId,
            @NotNull @InEra LocalDate date,
            @NotNull UUID institutionId,
            @NotBlank @Size(max = 20) String shift) {}

    /** The pins of a plan; {@code refusedRule} says which rule left no room for one when the plan was solved. */
    record PinsOfPlan(List<PinOfPlan> items) {}

    /** Which duties to pin: of this plan or of another one; what is left out stands for any. Dates are those of that plan. */
    record ChosenDuties(
            @Nullable UUID planId,
            @Nullable @Size(max = 2000) Set<@NotNull UUID> memberIds,
            @Nullable @Size(max = 200) Set<@NotNull UUID> institutionIds,
            @Nullable @Size(max = 100) Set<@NotBlank String> shifts,
            @InEra @Nullable LocalDate from,
            @InEra @Nullable LocalDate to) {

        private PinChoice choice() {
            return new PinChoice(planId, any(memberIds), any(institutionIds), any(shifts), from, to);
        }

        private static <T> Set<T> any(@Nullable Set<T> some) {
            return some == null ? Set.of() : some;
        }
    }

    /** How many pins were added, and which duties do not fit and by which rule. */
    record PinsTaken(int added, List<PinOfPlan> refused) {}

    /** One pin. */
    record PinOfPlan(
            UUID memberId,
            LocalDate date,
            UUID institutionId,
            String shift,
            @Nullable String refusedRule) {}

    @GetMapping
    @Requires(Role.SCHEDULER)
    ResponseEntity<PinsOfPlan> list(@PathVariable UUID id, Caller caller) {
        MonthlyPlan plan = plans.find(sights.inScope(caller, Role.SCHEDULER), id)
                .orElseThrow(() -> Refusal.notFound("plan.unknown", id));
        return answer(plan);
    }

    @PutMapping
    @Requires(Role.SCHEDULER)
    ResponseEntity<PinsOfPlan> pin(
            @PathVariable UUID id, @Valid @RequestBody WantedPins wanted, ExpectedVersion expected, Caller caller) {
        return answer(management.pin(
                caller,
                id,
                expected,
                wanted.items().stream()
                        .map(pin -> new PlanPin(pin.memberId(), pin.date(), pin.institutionId(), pin.shift(), null))
                        .toList()));
    }

    /** Pins duties of the draft, or of another plan moved by whole weeks, beside what is pinned already. */
    @PostMapping("/takeovers")
    @Requires(Role.SCHEDULER)
    ResponseEntity<PinsTaken> takeOver(
            @PathVariable UUID id,
            @Valid @RequestBody ChosenDuties chosen,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        TakenOver taken = management.takeOver(caller, id, expected, chosen.choice());
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(taken.plan().version()))
                .body(new PinsTaken(
                        taken.added(),
                        taken.refused().stream().map(PinController::pin).toList()));
    }

    private ResponseEntity<PinsOfPlan> answer(MonthlyPlan plan) {
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(plan.version()))
                .body(new PinsOfPlan(
                        pins.of(plan.id()).stream().map(PinController::pin).toList()));
    }

    private static PinOfPlan pin(PlanPin pin) {
        return new PinOfPlan(pin.memberId(), pin.date(), pin.institutionId(), pin.shift(), pin.refusedRule());
    }
}
