package org.yilianti.incentive.appeal;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.yilianti.incentive.payrun.PayRunId;

/**
 * What an appeal is about, as the run has it.
 *
 * @param indicator empty when the line itself is contested
 * @param noticed the day the run was announced
 * @param involved who made, calculated or reviewed the run, or entered the contested value
 */
public record Contested(
        PayRunId run,
        UUID statement,
        UUID member,
        String staffNo,
        UUID institution,
        String institutionCode,
        String indicator,
        LocalDate noticed,
        Set<String> involved) {

    public Contested {
        involved = Set.copyOf(involved);
    }
}
