package org.yilianti.staff.career;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.StaffCategory;
import org.yilianti.staff.member.Title;

/**
 * What is known of a member on a day, as far as promotion asks.
 *
 * @param titleSince null while not known
 * @param main institution of the main appointment; null without one
 * @param rural that institution is in the country
 * @param licensed holds a licence that stands on the day
 * @param lastFailure when an assessment was failed last; null if never
 * @param servedDays days of service at county level or below, confirmed by hosts
 * @param employedDays days of employment at a township or community centre or a village clinic
 */
record CareerFacts(
        StaffCategory category,
        Title title,
        @Nullable LocalDate titleSince,
        @Nullable InstitutionRef main,
        boolean rural,
        boolean licensed,
        @Nullable LocalDate lastFailure,
        int servedDays,
        int employedDays,
        LocalDate day) {}
