/**
 * Fairness of pay (I11): how unevenly a run pays, within and between groups, and whether pay follows work.
 *
 * <p><b>Invariants.</b> Only figures of groups leave, and only to those who may see every statement anyway.
 *
 * <p><b>Decisions.</b> A person is one observation over all institutions; by tier and by site, a person counts at each institution with
 * what was earned there. Titles are those of the run, sex and tier those known today. Everything is computed from the run's own
 * tables, which pay runs let this package read in SQL.
 */
@ApplicationModule(
        displayName = "Fairness",
        allowedDependencies = {"directory", "payrun"})
@NullMarked
package org.yilianti.incentive.fairness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
