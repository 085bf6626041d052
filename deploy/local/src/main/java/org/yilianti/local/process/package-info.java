/**
 * Child processes: how they are started, recorded, ended, and where their libraries are.
 *
 * <p>Invariants: a child never gets the terminal's interrupt (it has its own session) and is recorded on disk before it
 * does anything, so that whoever comes next can end what a killed parent left behind.
 */
@NullMarked
package org.yilianti.local.process;

import org.jspecify.annotations.NullMarked;
