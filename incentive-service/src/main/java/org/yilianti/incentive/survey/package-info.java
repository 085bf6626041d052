/**
 * Surveys of the people served: awareness, satisfaction, utilisation (I3, mass evaluation).
 *
 * <p><b>Invariants.</b> A question set never changes. Who was asked holds a token, of which only the hash is kept; it answers once, and
 * a repeated answer changes nothing. No answer can be traced to a token or a person: the two share neither key, time nor order.
 *
 * <p><b>Decisions.</b> Tokens are shown when their batch is handed out and never again, so that a batch has a name of the caller's
 * choice. Tokens and answers are put, not posted: of a POST the answer and the hash of the request are stored, and from the hash whoever
 * knows a token could find out what it answered. Answers come in through a client that may speak for the institution
 * (a web form, a terminal), from the holders of tokens themselves by a link that needs no sign-in (the gateway's page is
 * {@code /assets/survey.html#token}), or by hand from paper, many at a time. Paper questionnaires that no token was printed on come as a
 * sheet under a number of their own: which numbers were counted is kept, without time and apart from what they say. No audit row is
 * written for a single answer, as its time would lead to the person. Whoever left a question out is left out of its rate.
 */
@ApplicationModule(
        displayName = "Surveys",
        allowedDependencies = {"sheet"})
@NullMarked
package org.yilianti.incentive.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
