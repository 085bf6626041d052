/**
 * Tables that people fill in with a spreadsheet: the one place that reads and writes CSV and XLSX.
 *
 * <p><b>Invariants.</b> What was written is read back as it was, character by character. Whatever is wrong with a table is reported by line
 * and column, all of it at once.
 *
 * <p><b>Decisions.</b> All cells are written as text, so that no long number is rounded. A CSV cell that a spreadsheet would take for a
 * formula gets an
 * apostrophe, which reading takes off again; a text cell of a workbook is never a formula and stays as it is. {@link
 * org.yilianti.platform.table} reads the bytes within limits.
 */
@ApplicationModule(
        displayName = "Sheets",
        allowedDependencies = {})
@NullMarked
package org.yilianti.incentive.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
