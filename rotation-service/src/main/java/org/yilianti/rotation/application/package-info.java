/**
 * The way to multi-site practice (M2): submitted → consented by the home institution → accepted by the host → filed by the association's
 * registrar; refused or withdrawn on the way.
 *
 * <p>Invariants. Nobody takes two of the steps or decides on an application of their own: checked by the aggregate and, once more, by
 * constraints of the table. An application that a rule of {@link org.yilianti.rotation.application.EligibilityRules} refuses is kept as
 * refused, with every reason. Filing looks a second time: what has become unlawful meanwhile is not filed. The history is a legal path and
 * only grows.
 *
 * <p>Decision. Inside the association filing is an internal record by law (Physicians Law 2022 art. 18), so heads of institutions may apply
 * (conditions of 2014, as policy).
 */
@ApplicationModule(allowedDependencies = {"directory", "agreement", "practice"})
@NullMarked
package org.yilianti.rotation.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
