package org.yilianti.incentive.payrun;

/** A calculation was queued; wakes the worker once that is committed. */
record CalculationRequested(PayRunId run) {}
