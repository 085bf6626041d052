/**
 * Rosters to look at, to hand on and to hang up (M9): of a site or of a person, as JSON, CSV, XLSX or a PDF wall sheet in Chinese or English.
 *
 * <p>Invariants. Only duties in force are shown, to those who may see them. A cell that a spreadsheet could take for a formula is escaped.
 *
 * <p>Decisions. All files are made from one table of text, so they cannot say different things. FastCSV writes CSV, fastexcel (streaming, no
 * dependencies but a zip writer, Apache 2.0) XLSX, OpenPDF PDF with a Chinese font that readers supply.
 */
@ApplicationModule(allowedDependencies = {"directory", "roster"})
@NullMarked
package org.yilianti.rotation.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
