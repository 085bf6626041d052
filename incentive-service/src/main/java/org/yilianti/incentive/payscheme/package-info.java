/**
 * Pay schemes: how work becomes pay, as data (I5).
 *
 * <p>draft → published. A scheme is a list of typed, named terms: points are standard workload × quality × post coefficient, a
 * grassroots preference moves money between institutions, caps and floors bound what the points bring, and a post salary and allowances
 * are amounts of their own.
 *
 * <p><b>Invariants.</b> Each term has a name in Chinese and in English, and a code that is unique in its scheme. A published scheme never
 * changes; its successor is the next edition of the same name. Its author alone writes a draft, and does not publish it (also a database constraint).
 * Money is Chinese yuan in whole fen. No term weighs medical income (I2).
 *
 * <p><b>Decisions.</b>
 * <ul>
 *   <li>Terms are types with their own settings, not a script language: each can be checked, compared, explained and recomputed.
 *   <li>A scheme is of a kind of performance pay. In force for the pools of a kind in a month is, of its published schemes that are valid from that month or before, the one valid from the latest
 *       month, and of those the one published last; where there is none, the policy {@code performance-pay} for
 *       the kind performance, and no run of any other. Schemes begin with a
 *       month, so that no month is paid by two of them. A run takes the scheme in force when its calculation begins; one published
 *       later counts from the next calculation. A settled run is corrected by the scheme that it was calculated with.
 *   <li>Post salary and allowances come off the pool first and the rest is split by points; a pool that does not cover them is refused.
 *       A person's month is at the institutions where service was recorded: the salary is split over them by minutes, and the one with
 *       most minutes (of equals the first by code) is the home that decides the tier and what is rotation. Nobody without recorded
 *       service is in a run.
 *   <li>An emergency allowance is earned by service whose record names the emergency call-up it was delivered under, which the host has
 *       confirmed with it; a scheme may name kinds of service instead.
 *   <li>What is exported is what may be imported: the document of {@code GET /v1/pay-schemes/{id}/export} drafts a scheme.
 * </ul>
 */
@ApplicationModule(
        displayName = "Pay schemes",
        allowedDependencies = {"fund", "scheme"})
@NullMarked
package org.yilianti.incentive.payscheme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
