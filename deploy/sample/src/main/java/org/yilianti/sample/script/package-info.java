/**
 * What is to happen in the sample month: the facts behind {@code month.json}, written by the generator and played by
 * {@link org.yilianti.sample.SampleMonth}.
 *
 * <p>Decision: institutions and people are named by code and staff number, as a user would name them; the player looks up ids.
 */
@NullMarked
package org.yilianti.sample.script;

import org.jspecify.annotations.NullMarked;
