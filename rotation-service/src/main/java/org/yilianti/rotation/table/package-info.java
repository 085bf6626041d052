/**
 * Lists that people edit in spreadsheets, as CSV and XLSX: the one place of this service that reads and writes them.
 *
 * <p>Invariants. What was written here is read back as it was: a text that a spreadsheet would take for a formula gets an apostrophe when it
 * is written and loses it when it is read. A file is held against its limits (bytes, unpacked bytes, rows) before it is read, and what cannot
 * be read is refused as a whole; what is wrong in single cells is for whoever knows the columns.
 *
 * <p>Decisions. {@link org.yilianti.platform.table} knows the formats and their limits. A workbook's first sheet counts. Columns are found
 * by the names in the first row, in any order; columns nobody asks for are left alone.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.yilianti.rotation.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
