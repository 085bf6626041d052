/**
 * Runs the platform on one machine. {@link org.yilianti.local.TestInfrastructure} is the one database and the one broker
 * that all tests of a build share. Both are the real programs, never substitutes, and every process that is started here
 * is ended here.
 */
@NullMarked
package org.yilianti.local;

import org.jspecify.annotations.NullMarked;
