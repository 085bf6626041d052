/**
 * Tables from outside, as CSV and XLSX: the one place where bytes that somebody uploaded become lines of text.
 *
 * <p>Invariants. A workbook is unpacked once within its limits, believing no size that it states, before anything of it is read, and by the
 * same ZIP reader that its reader uses, so that both see the same parts. Lines are read as they are asked for. Whatever is wrong with the
 * bytes ends in an {@link org.yilianti.platform.table.UnreadableTableException}, never in an error of a library, and never hides an error of
 * whoever uses the lines. What {@link org.yilianti.platform.table.Formulas} defused is read back as it was, character by character.
 *
 * <p>Decisions. What counts is what a workbook unpacks to, not by how much it was packed: a long honest list of equal rows packs a
 * hundredfold. Text is UTF-8, or GB 18030 where it is none, since spreadsheets in Chinese save that. What a caller is told in which words
 * is for the service, and so is what the columns mean. FastCSV and fastexcel (streaming, Apache 2.0) know the formats; a service that uses
 * this package names them among its own dependencies.
 */
@NullMarked
package org.yilianti.platform.table;

import org.jspecify.annotations.NullMarked;
